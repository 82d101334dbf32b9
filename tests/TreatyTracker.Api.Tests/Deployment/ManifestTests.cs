using System.Text.Json;
using System.Text.RegularExpressions;
using SharpYaml.Serialization;
using TreatyTracker.Api.Hosting;
using TreatyTracker.Api.Tests.Harness;

namespace TreatyTracker.Api.Tests.Deployment;

/// <summary>
/// What is shipped for more than one machine, held against the service and the image as far as that can be done without either engine.
/// </summary>
public sealed class ManifestTests
{
    static YamlMappingNode[] Read(string name)
    {
        using var reader = new StreamReader(Repository.At("api", "deploy", name));
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(d => (YamlMappingNode)d.RootNode)];
    }

    /// <summary>What stands at a path of names and numbers; <c>null</c> where there is nothing.</summary>
    static YamlNode? At(YamlNode node, string path) =>
        path.Split('/')
            .Aggregate<string, YamlNode?>(
                node,
                (at, step) =>
                    at switch
                    {
                        YamlMappingNode map => map.Children.FirstOrDefault(c => ((YamlScalarNode)c.Key).Value == step).Value,
                        YamlSequenceNode list => list.Children.ElementAtOrDefault(
                            int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)
                        ),
                        _ => null,
                    }
            );

    static string? Text(YamlNode node, string path) => (At(node, path) as YamlScalarNode)?.Value;

    static YamlMappingNode Kubernetes(string kind) => Read("kubernetes.yaml").Single(d => Text(d, "kind") == kind);

    const string Pod = "spec/template/spec/";
    const string Container = Pod + "containers/0/";

    [Test]
    public void All_selectors_select_the_pods_of_the_deployment()
    {
        var labels = At(Kubernetes("Deployment"), "spec/template/metadata/labels")!.ToString();
        var selectors = new[]
        {
            At(Kubernetes("Deployment"), "spec/selector/matchLabels"),
            At(Kubernetes("Service"), "spec/selector"),
            At(Kubernetes("PodDisruptionBudget"), "spec/selector/matchLabels"),
            At(Kubernetes("Deployment"), Pod + "topologySpreadConstraints/0/labelSelector/matchLabels"),
        };
        Assert.That(selectors.Select(s => s?.ToString()), Is.All.EqualTo(labels));
        Assert.That(Read("kubernetes.yaml"), Has.Length.EqualTo(3));
    }

    [TestCase("startupProbe")]
    [TestCase("readinessProbe")]
    [TestCase("livenessProbe")]
    public async Task A_probe_asks_what_the_service_answers_at_the_port_of_the_image(string probe)
    {
        var deployment = Kubernetes("Deployment");
        Assert.That(
            Text(deployment, $"{Container}{probe}/httpGet/port"),
            Is.EqualTo(Text(deployment, Container + "ports/0/name")).And.EqualTo(Text(Kubernetes("Service"), "spec/ports/0/targetPort"))
        );
        Assert.That(Text(deployment, Container + "ports/0/containerPort"), Is.EqualTo(Image.Word("EXPOSE")));
        await Service.Get(Text(deployment, $"{Container}{probe}/httpGet/path")!);
    }

    [Test]
    public void A_replica_that_is_stopped_drains_and_finishes_before_it_is_killed()
    {
        var deployment = Kubernetes("Deployment");
        var environment = ((YamlSequenceNode)At(deployment, Container + "env")!).Children.ToDictionary(
            e => (object)Text(e, "name")!,
            e => (object?)Text(e, "value")
        );
        var settings = Settings.Read(_ => null, new System.Collections.Hashtable(environment));
        Assert.That(settings.Drain, Is.GreaterThan(TimeSpan.Zero), "requests still come while the news of its end spreads");
        Assert.That(
            TimeSpan.FromSeconds(
                double.Parse(Text(deployment, Pod + "terminationGracePeriodSeconds")!, System.Globalization.CultureInfo.InvariantCulture)
            ),
            Is.GreaterThan(settings.Drain + settings.ShutdownTimeout)
        );
    }

    [Test]
    public void Replicas_are_two_write_nothing_and_are_not_root()
    {
        var deployment = Kubernetes("Deployment");
        Assert.That(Text(deployment, "spec/replicas"), Is.EqualTo("2"));
        Assert.That(Text(deployment, Container + "securityContext/readOnlyRootFilesystem"), Is.EqualTo("true"));
        Assert.That(Text(deployment, Container + "securityContext/allowPrivilegeEscalation"), Is.EqualTo("false"));
        Assert.That(Text(deployment, Pod + "securityContext/runAsNonRoot"), Is.EqualTo("true"));
        Assert.That(At(deployment, Pod + "volumes"), Is.Null);
        Assert.That(Text(Kubernetes("PodDisruptionBudget"), "spec/minAvailable"), Is.EqualTo("1"));
    }

    [Test]
    public void The_image_of_the_replicas_is_the_baked_one_of_this_version()
    {
        var baked = File.ReadAllText(Repository.At("api", "deploy", "baked.Dockerfile"));
        var name = Regex.Match(baked, @"-t (\S+-baked)").Groups[1].Value;
        Assert.That(Text(Kubernetes("Deployment"), Container + "image"), Is.EqualTo($"{name}:{Image.Version}"));
    }

    [Test, Category("Slow")]
    public void The_import_command_of_the_baked_image_creates_the_register_that_it_serves()
    {
        var baked = File.ReadAllText(Repository.At("api", "deploy", "baked.Dockerfile"));
        var words = JsonSerializer.Deserialize<string[]>(Regex.Match(baked, @"RUN (\[.*\])").Groups[1].Value)!;
        Assert.That(words[0], Is.EqualTo(Image.Word("ENTRYPOINT")));
        var copy = Regex.Match(baked, @"COPY --from=importing --chown=root:root (\S+)/ (\S+)/");
        var served = Regex.Match(baked, "TREATYTRACKER_DATABASE=(.*)").Groups[1].Value;
        Assert.That(served, Does.Not.StartWith(Image.Word("VOLUME") + "/"));
        Assert.That(words[^1].Replace(copy.Groups[1].Value, copy.Groups[2].Value, StringComparison.Ordinal), Is.EqualTo(served));

        using var scratch = new Scratch();
        var run = CommandRunner.Run([
            .. words[1..].Select(w => w.Replace(copy.Groups[1].Value, Path.Combine(scratch.Path, "register"), StringComparison.Ordinal)),
        ]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            Directory.GetFiles(Path.Combine(scratch.Path, "register")).Select(Path.GetFileName),
            Is.EqualTo(new[] { Path.GetFileName(served) }),
            "the file is whole without a log"
        );
    }

    [Test]
    public void Litestream_replicates_the_database_of_the_image() =>
        Assert.That(Text(Read("litestream.yml").Single(), "dbs/0/path"), Is.EqualTo(Image.Variable("TREATYTRACKER_DATABASE")));

    [Test]
    public void Every_file_has_its_row_in_the_README()
    {
        var readme = File.ReadAllText(Repository.At("api", "deploy", "README.md"));
        foreach (
            var file in Directory.GetFiles(Repository.At("api", "deploy")).Select(f => Path.GetFileName(f)!).Where(f => f != "README.md")
        )
            Assert.That(readme, Does.Contain($"| [{file}]({file}) |"));
    }
}
