using System.CommandLine;
using NhiemSo.Host.Operate;

namespace NhiemSo.Host.CommandLine;

/// <summary><c>nhiemso seed --dossiers N</c>: invented dossiers for a demo database.</summary>
internal static class SeedCommand
{
    public static Command Build()
    {
        var dossiers = new Option<int>("--dossiers") { Description = "Số hồ sơ cần tạo.", Required = true };
        dossiers.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > 1_000_000) r.AddError("--dossiers: nhập một số từ 1 đến 1.000.000.");
        });
        var seed = new Option<int>("--seed") { Description = "Số gốc: cùng số gốc thì cùng nội dung.", DefaultValueFactory = _ => 1 };
        var json = CommandOutput.JsonOption();
        var command = new Command("seed", "Tạo hồ sơ giả định trong cơ sở dữ liệu minh họa.") { dossiers, seed, json };
        var office = OfficeOptions.AddTo(command);
        command.SetAction((parsed, ct) => OnOffice.RunAsync(office.Read(parsed), async services =>
        {
            var outcome = await CommandOutput.ProgressAsync(bar =>
            {
                var task = bar.AddTask("Hồ sơ", maxValue: 1);
                return services.GetRequiredService<Seed>().RunAsync(parsed.GetValue(dossiers), parsed.GetValue(seed), share => task.Value = share, ct);
            });
            if (!outcome.Ok) return CommandOutput.Fail(outcome.Problem);
            CommandOutput.Write(parsed.GetValue(json), outcome.Value, [$"Đã nộp {outcome.Value.Submitted} hồ sơ giả định, tiếp nhận {outcome.Value.Accepted}, chuyển đơn vị {outcome.Value.Transferred}."]);
            return 0;
        }, ct, more =>
        {
            var clock = new SeedClock();
            more.AddSingleton(clock).AddSingleton<TimeProvider>(clock).AddScoped<Seed>();
        }));
        return command;
    }
}
