using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests;

/// <summary>
/// One host for the whole run, because FastEndpoints' configuration belongs to the process. It stands in the root namespace, so that it
/// covers every test.
/// </summary>
[SetUpFixture]
public sealed class ServiceSetUp
{
    [OneTimeSetUp]
    public void Start() => Service.Start();

    [OneTimeTearDown]
    public void Stop() => Service.Stop();
}
