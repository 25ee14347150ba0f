using System.Diagnostics;
using System.Text;

namespace NhiemSo.HouseTests.CommandLine;

/// <summary>What one command wrote and answered.</summary>
public sealed record Finished(int Code, string Output, string Errors);

/// <summary>The built program as a process of its own, as an operator starts it.</summary>
public sealed class Program : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private Program(string[] args, string folder = "")
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.ArgumentList.Add(typeof(NhiemSo.Host.Rooms).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, e) => Append(output, e.Data);
        process.ErrorDataReceived += (_, e) => Append(errors, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static Task<Finished> RunAsync(params string[] args) => RunInAsync("", args);

    /// <summary>Started from a folder, as by someone who sits in it.</summary>
    public static async Task<Finished> RunInAsync(string folder, params string[] args)
    {
        using var program = new Program(args, folder);
        await program.process.WaitForExitAsync();
        program.process.WaitForExit();
        return new Finished(program.process.ExitCode, program.Output, program.Errors);
    }

    /// <summary>A server that answers; stopped when disposed.</summary>
    public static async Task<Program> ServeAsync(params string[] args)
    {
        var program = new Program(["serve", "--urls", "http://127.0.0.1:0", .. args]);
        while (program.Address is null && !program.process.HasExited) await Task.Delay(50);
        return program.Address is not null ? program : throw new InvalidOperationException(program.Errors);
    }

    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    public string Errors
    {
        get { lock (errors) return errors.ToString(); }
    }

    /// <summary>Where it serves, once it says so.</summary>
    public Uri? Address
    {
        get
        {
            var ready = Output.Split('\n').FirstOrDefault(l => l.Contains("đang chạy tại", StringComparison.Ordinal));
            return ready?.Split([' ', ',']).FirstOrDefault(w => w.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } word ? new Uri(word) : null;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        lock (to) if (line is not null) to.Append(line).Append('\n');
    }
}
