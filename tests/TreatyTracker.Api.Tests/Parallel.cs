// Fixtures run beside each other; the tests of one fixture run one after the other and may share what it made. More workers than the two
// cores of a small machine, because many tests wait for another process.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
