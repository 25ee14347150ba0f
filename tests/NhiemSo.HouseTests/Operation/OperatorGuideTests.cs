using System.CommandLine;
using NhiemSo.Host.CommandLine;
using NhiemSo.Host.Settings;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Operation;

/// <summary>The operator's guide names settings, commands, files and addresses that there are.</summary>
public sealed class OperatorGuideTests
{
    [Fact]
    public void Settings_are_those_of_the_program() =>
        OperatorGuide.Settings.Order(StringComparer.Ordinal).ShouldBe(HostSettings.All.Select(s => s.Key.Replace(":*", ":TÊN", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Commands_and_their_options_are_there()
    {
        var commands = OperatorGuide.Quoted.Select(q => q.Split("nhiemso ", 2)).Where(p => p.Length == 2 && (p[0].Length == 0 || p[0].EndsWith("./", StringComparison.Ordinal))).Select(p => p[1]).ToList();
        commands.Count.ShouldBeGreaterThan(8);
        var root = Root.Build();
        foreach (var line in commands)
        {
            var command = root;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.StartsWith("--", StringComparison.Ordinal)) (word == "--help" || command.Options.Any(o => o.Name == word)).ShouldBeTrue($"{line}: {word}");
                else if (command.Subcommands.FirstOrDefault(c => c.Name == word) is { } sub) command = sub;
                else if (command.Subcommands.Count > 0) throw new Xunit.Sdk.XunitException($"nhiemso {line}: there is no command {word}");
            }
        }
    }

    [Fact]
    public void Files_and_addresses_are_there()
    {
        var routes = File.ReadAllText(Path.Combine(OperatorGuide.Root, "tests/NhiemSo.HouseTests/House/routes.txt"));
        foreach (var quoted in OperatorGuide.Quoted)
        {
            if (quoted.StartsWith("deploy/", StringComparison.Ordinal)) Path.Exists(Path.Combine(OperatorGuide.Root, quoted)).ShouldBeTrue(quoted);
            if (quoted.StartsWith("/healthz", StringComparison.Ordinal) || quoted.StartsWith("/quan-tri", StringComparison.Ordinal)) routes.ShouldContain($" {quoted} ");
        }
    }

    [Fact]
    public void What_it_prints_bold_is_a_heading_of_the_operators_page()
    {
        var page = File.ReadAllText(Path.Combine(OperatorGuide.Root, "src/NhiemSo.Platform/Operation/OperationPage.cshtml"));
        var bold = OperatorGuide.Text.Split("**").Where((_, i) => i % 2 == 1).ToList();
        bold.ShouldNotBeEmpty();
        foreach (var word in bold) page.ShouldContain(word);
    }
}
