using System.Globalization;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Forms;

/// <summary>What a person typed, read by the field definitions: values to store, and the faults to show.</summary>
/// <param name="Values">By key: text, long (numbers, đồng), or ISO date text; empty answers are absent.</param>
public sealed record FormReading(IReadOnlyDictionary<string, object> Values, IReadOnlyList<FieldFault> Faults);

/// <summary>Reads typed text by field definitions; online forms, desk intake and imports use the same sentences.</summary>
public static class FormInput
{
    private static readonly string[] DayForms = ["d/M/yyyy", "yyyy-MM-dd"];

    /// <param name="today">Against which days that can't lie ahead are held; null leaves them free.</param>
    public static FormReading Read(IEnumerable<FieldDefinition> fields, IReadOnlyDictionary<string, string> typed, DateOnly? today = null)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        var faults = new List<FieldFault>();
        foreach (var field in fields)
        {
            var text = NormalText.Of(typed.GetValueOrDefault(field.Key)?.Trim() ?? "");
            if (text.Length == 0)
            {
                if (field.Required) faults.Add(new FieldFault(field.Key, Say(field, "required", Missing(field))));
                continue;
            }

            var (value, fault) = Value(field, text, today);
            if (fault is not null) faults.Add(new FieldFault(field.Key, fault));
            else values[field.Key] = value!;
        }

        return new FormReading(values, faults);
    }

    /// <summary>A stored value as people read it.</summary>
    public static string Show(FieldDefinition field, object? value) => value switch
    {
        null => "",
        long number => field.Type == FieldType.Money ? Wording.Money(number) : Wording.Number(number),
        _ when field.Type == FieldType.Choice => field.Options.FirstOrDefault(o => o.Value == value.ToString())?.Label ?? value.ToString()!,
        _ when field.Type == FieldType.YesNo => value.ToString() == "yes" ? "Có" : "Không",
        _ when field.Type == FieldType.Date && DateOnly.TryParseExact(value.ToString(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Wording.Date(day),
        _ => value.ToString()!,
    };

    private static (object? Value, string? Fault) Value(FieldDefinition field, string text, DateOnly? today)
    {
        switch (field.Type)
        {
            case FieldType.Number or FieldType.Money:
                var digits = text.TrimEnd('₫', 'đ', ' ').Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
                if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return (null, $"{field.Label}: nhập một số, ví dụ 1.000.");
                if (field.Min is { } min && number < min) return (null, Say(field, "min", $"{field.Label}: nhập một số từ {Wording.Number((long)min)} trở lên."));
                if (field.Max is { } max && number > max) return (null, Say(field, "max", $"{field.Label}: nhập một số không quá {Wording.Number((long)max)}."));
                return (number, null);
            case FieldType.Date:
                if (!DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return (null, IsDayForm(text) ? $"{field.Label}: không có ngày {text}; kiểm tra lại ngày và tháng." : $"{field.Label}: nhập ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2026.");
                if (field.NotAfterToday && day > today) return (null, $"{field.Label}: ngày {Wording.Date(day)} chưa tới; nhập hôm nay hoặc một ngày trước đó.");
                return (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);
            case FieldType.Choice:
                return field.Options.Any(o => o.Value == text) ? (text, null) : (null, $"{field.Label}: chọn một trong các mục đã cho.");
            default:
                if (field.Max is { } longest && text.Length > longest) return (null, Say(field, "max", $"{field.Label}: viết ngắn lại, không quá {longest} chữ (đang có {text.Length})."));
                if (field.Pattern is { } pattern && FieldPatterns.Fault(pattern, text) is { } fault) return (null, Say(field, "pattern", fault));
                return (text, null);
        }
    }

    /// <summary>Written as a day, though there may be no such day.</summary>
    private static bool IsDayForm(string text) => text.Split('/') is [{ Length: 1 or 2 } day, { Length: 1 or 2 } month, { Length: 4 } year] && (day + month + year).All(char.IsAsciiDigit);

    private static string Missing(FieldDefinition field) => field.Type is FieldType.Choice or FieldType.YesNo ? $"Chọn {Lower(field.Label)}." : $"Nhập {Lower(field.Label)}.";

    private static string Say(FieldDefinition field, string key, string standard) => field.Messages.GetValueOrDefault(key) ?? standard;

    private static string Lower(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLower(label[0], CultureInfo.CurrentCulture) + label[1..] : label;
}
