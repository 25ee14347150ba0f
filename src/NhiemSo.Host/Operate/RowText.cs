using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NhiemSo.Host.Operate;

/// <summary>A row as one line of JSON: an array in the order of the columns, the same text from either engine.</summary>
internal static class RowText
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the reader's current row and a line end.</summary>
    public static void Write(Stream to, DbDataReader row, IReadOnlyList<DumpedColumn> columns)
    {
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartArray();
            for (var i = 0; i < columns.Count; i++)
            {
                if (row.IsDBNull(i)) json.WriteNullValue();
                else WriteValue(json, row, i, columns[i].Type);
            }

            json.WriteEndArray();
        }

        to.WriteByte((byte)'\n');
    }

    /// <summary>The values of one line, as the engine takes them as parameters.</summary>
    public static object[] Read(string line, IReadOnlyList<DumpedColumn> columns)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.GetArrayLength() != columns.Count) throw new InvalidDataException($"A row has {json.RootElement.GetArrayLength()} values, not {columns.Count}.");
        var values = new object[columns.Count];
        var i = 0;
        foreach (var value in json.RootElement.EnumerateArray())
        {
            values[i] = value.ValueKind == JsonValueKind.Null ? DBNull.Value : Value(value, columns[i].Type);
            i++;
        }

        return values;
    }

    private static void WriteValue(Utf8JsonWriter json, DbDataReader row, int i, Type type)
    {
        if (type == typeof(string)) json.WriteStringValue(row.GetString(i));
        else if (type == typeof(Guid)) json.WriteStringValue(row.GetGuid(i));
        else if (type == typeof(int)) json.WriteNumberValue(row.GetInt32(i));
        else if (type == typeof(long)) json.WriteNumberValue(row.GetInt64(i));
        else if (type == typeof(double)) json.WriteNumberValue(row.GetDouble(i));
        else if (type == typeof(decimal)) json.WriteNumberValue(row.GetDecimal(i));
        else if (type == typeof(bool)) json.WriteBooleanValue(row.GetBoolean(i));
        else if (type == typeof(byte[])) json.WriteBase64StringValue(row.GetFieldValue<byte[]>(i));
        else if (type == typeof(DateTime)) json.WriteStringValue(row.GetDateTime(i).ToString(Instant, CultureInfo.InvariantCulture));
        else if (type == typeof(DateTimeOffset)) json.WriteStringValue(row.GetFieldValue<DateTimeOffset>(i).UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        else if (type == typeof(DateOnly)) json.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else throw new NotSupportedException($"A column of type {type.Name} is not in the backup's vocabulary.");
    }

    private static object Value(JsonElement value, Type type)
    {
        if (type == typeof(string)) return value.GetString()!;
        if (type == typeof(Guid)) return value.GetGuid();
        if (type == typeof(int)) return value.GetInt32();
        if (type == typeof(long)) return value.GetInt64();
        if (type == typeof(double)) return value.GetDouble();
        if (type == typeof(decimal)) return value.GetDecimal();
        if (type == typeof(bool)) return value.GetBoolean();
        if (type == typeof(byte[])) return value.GetBytesFromBase64();
        if (type == typeof(DateTime)) return At(value);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(At(value));
        if (type == typeof(DateOnly)) return DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        throw new NotSupportedException($"A column of type {type.Name} is not in the backup's vocabulary.");
    }

    private static DateTime At(JsonElement value) =>
        DateTime.ParseExact(value.GetString()!, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
