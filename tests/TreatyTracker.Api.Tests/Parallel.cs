// Fixtures run beside each other. The tests of one fixture run one after the other and may share what it made, unless the fixture says that
// they share nothing. More workers than the two cores of a small machine, because many tests wait for another process.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(6)]
