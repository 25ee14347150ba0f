using System.CommandLine;
using NhiemSo.Host.Serve;

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

    public OfficeSettings Read(ParseResult parsed) => OfficeSettings.From(parsed.GetValue(Database), parsed.GetValue(Data), parsed.GetValue(Rules));
}
