using System.CommandLine;
using NhiemSo.Host.Serve;
using NhiemSo.Host.Settings;

namespace NhiemSo.Host.CommandLine;

/// <summary>The options of every command that works on the office's data.</summary>
internal sealed record OfficeOptions(Option<string?> Database, Option<string?> Data, Option<string?> Rules)
{
    public static OfficeOptions AddTo(Command command)
    {
        var options = new OfficeOptions(
            new("--database") { Description = "Chuỗi kết nối PostgreSQL (\"Host=...\"); bỏ trống thì dùng SQLite trong thư mục dữ liệu." },
            new("--data") { Description = "Thư mục dữ liệu." },
            new("--rules") { Description = "Thư mục bộ quy tắc." });
        command.Options.Add(options.Database);
        command.Options.Add(options.Data);
        command.Options.Add(options.Rules);
        return options;
    }

    public OfficeSettings Read(ParseResult parsed) => OfficeSettings.From(
        parsed.GetValue(Database) ?? Variable("DATABASE"), parsed.GetValue(Data) ?? Variable("DATA"), parsed.GetValue(Rules) ?? Variable("RULES"));

    /// <summary>A service names its places in the environment: a password in the arguments is read by everybody on the machine.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(HostSettings.Prefix + name) is { Length: > 0 } value ? value : null;
}
