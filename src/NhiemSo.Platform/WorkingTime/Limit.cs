using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>A time limit as the law states it: "15 ngày", "03 ngày làm việc", "0,5 ngày làm việc".</summary>
[JsonConverter(typeof(LimitJson))]
public sealed record Limit
{
    internal const string HowToWrite =
        "Viết một số rồi đến đơn vị: phút, giờ, giờ làm việc, buổi, ngày, ngày làm việc, tuần, tháng hoặc năm; ví dụ \"10 ngày làm việc\", \"0,5 ngày làm việc\", \"24 giờ\".";

    private Limit(decimal amount, LimitUnit unit) => (Amount, Unit) = (amount, unit);

    /// <summary>More than 0, at most 100 years in its unit.</summary>
    public decimal Amount { get; }

    public LimitUnit Unit { get; }

    /// <summary>Refuses what the law gives no way to count: nothing, less than nothing, a third of a month, a hundred years and more.</summary>
    public static Outcome<Limit> Of(decimal amount, LimitUnit unit)
    {
        amount /= 1.0000000000000000000000000000m; // drops trailing zeros, so that 0,50 and 0,5 are one limit
        if (amount <= 0)
            return Problem.Invalid($"Thời hạn phải lớn hơn 0. {HowToWrite}");
        if (amount > Most(unit))
            return Problem.Invalid($"Thời hạn dài quá 100 năm, không tính được. {HowToWrite}");
        if (unit is LimitUnit.Week && !decimal.IsInteger(amount))
            return Problem.Invalid("Tuần phải là số nguyên; phần lẻ viết bằng ngày, ví dụ \"10 ngày\".");
        if (unit is LimitUnit.Month or LimitUnit.Year && !decimal.IsInteger(amount * 2))
            return Problem.Invalid($"Phần lẻ của {unit.Word()} chỉ được là một nửa (0,5); phần lẻ khác viết bằng ngày hoặc tháng.");
        if (amount.Scale > 4)
            return Problem.Invalid("Thời hạn ghi nhiều nhất bốn chữ số sau dấu phẩy, ví dụ \"0,25 ngày làm việc\".");
        return new Limit(amount, unit);
    }

    /// <summary>Reads office Vietnamese with or without diacritics, composed or decomposed; "0,5" and "0.5" are one half.</summary>
    public static Outcome<Limit> Parse(string text) => LimitText.Read(text);

    public static bool TryParse(string? text, [NotNullWhen(true)] out Limit? limit)
    {
        limit = Parse(text ?? "").Value;
        return limit is not null;
    }

    /// <summary>As offices write it: whole numbers below ten with a leading zero, decimal comma.</summary>
    public override string ToString() => $"{AmountText(Amount)} {Unit.Word()}";

    internal static string AmountText(decimal amount) => decimal.IsInteger(amount)
        ? amount.ToString("00", CultureInfo.InvariantCulture)
        : amount.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    private static decimal Most(LimitUnit unit) => unit switch
    {
        LimitUnit.Year => 100,
        LimitUnit.Month => 1_200,
        LimitUnit.Week => 5_200,
        LimitUnit.Day => 36_500,
        LimitUnit.WorkingDay => 25_000,
        LimitUnit.Session => 50_000,
        LimitUnit.WorkingHour => 187_500,
        LimitUnit.Hour => 876_000,
        _ => 52_560_000,
    };
}

/// <summary>A limit is kept as its text.</summary>
internal sealed class LimitJson : JsonConverter<Limit>
{
    public override Limit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Limit.Parse(reader.GetString() ?? "") is { Ok: true, Value: var limit } ? limit : throw new JsonException("Not a limit.");

    public override void Write(Utf8JsonWriter writer, Limit value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
