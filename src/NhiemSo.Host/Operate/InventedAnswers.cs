using System.Globalization;
using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Forms;

namespace NhiemSo.Host.Operate;

/// <summary>Answers to a procedure's form that fit its fields and stand for nobody; equal for equal seeds.</summary>
internal static class InventedAnswers
{
    private static readonly string[] Kinds = ["Trung tâm Khuyến nông", "Hội Nông dân", "Trường Trung học phổ thông", "Hợp tác xã", "Công ty TNHH In", "Ban Quản lý dự án", "Bảo tàng", "Trung tâm Văn hóa"];
    private static readonly string[] Places = ["Nha Trang", "Cam Ranh", "Ninh Hòa", "Vạn Ninh", "Diên Khánh", "Cam Lâm", "Khánh Vĩnh", "Khánh Sơn"];
    private static readonly string[] Works = ["Kỷ yếu hội thảo", "Sổ tay kỹ thuật", "Tờ rơi tuyên truyền", "Tài liệu tập huấn", "Lịch sử truyền thống", "Cẩm nang"];
    private static readonly string[] Topics = ["nuôi rong nho", "phòng chống cháy rừng", "chuyển đổi số cấp xã", "an toàn giao thông", "trồng xoài Úc", "du lịch cộng đồng", "đọc sách trong nhà trường"];
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi"];
    private static readonly string[] Middles = ["Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc"];
    private static readonly string[] Givens = ["An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khoa", "Lan", "Phúc", "Thảo"];

    public static Dictionary<string, string> Of(Procedure procedure, Random random, DateOnly day)
    {
        var answers = procedure.Groups.SelectMany(g => g.Fields).Where(f => f.Required || random.Next(4) == 0)
            .ToDictionary(f => f.Key, f => Answer(f, random, day), StringComparer.Ordinal);
        answers[procedure.ApplicantFields.Phone] = $"0905 {random.Next(100, 1000)} {random.Next(100, 1000)}";
        return answers.Where(a => a.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
    }

    private static string Answer(FieldDefinition field, Random random, DateOnly day) => field.Type switch
    {
        FieldType.Organisation => $"{Pick(Kinds, random)} {Pick(Places, random)} số {random.Next(1, 400)} (minh họa)",
        FieldType.Person => $"{Pick(Families, random)} {Pick(Middles, random)} {Pick(Givens, random)}",
        FieldType.Address => $"{random.Next(1, 300)} Trần Phú, {Pick(Places, random)}",
        FieldType.Choice => field.Options[random.Next(field.Options.Count)].Value,
        FieldType.YesNo => "yes",
        FieldType.Date => day.AddDays(-random.Next(1, 20)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        FieldType.Number or FieldType.Money => Math.Clamp(random.Next(10, 1000), field.Min ?? 0, field.Max ?? decimal.MaxValue).ToString("0", CultureInfo.InvariantCulture),
        FieldType.Text or FieldType.LongText => Text(field, random),
        _ => "",
    };

    private static string Text(FieldDefinition field, Random random)
    {
        var text = field.Pattern switch
        {
            "phone" => $"0905 {random.Next(100, 1000)} {random.Next(100, 1000)}",
            // Nobody is written to where the form lets it be.
            "email" when !field.Required => "",
            "email" => $"donvi{random.Next(1, 10000)}@minhhoa.example",
            "tax-code" => random.NextInt64(1_000_000_000, 10_000_000_000).ToString(CultureInfo.InvariantCulture),
            "personal-number" => random.NextInt64(100_000_000_000, 1_000_000_000_000).ToString(CultureInfo.InvariantCulture),
            _ => $"{Pick(Works, random)} {Pick(Topics, random)} (minh họa)",
        };
        return field.Max is { } max && text.Length > max ? text[..(int)max] : text;
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
