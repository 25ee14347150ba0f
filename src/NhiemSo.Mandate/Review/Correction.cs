using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>
/// One correction of a reading, as a value: kept in the order made, applied to the reading, taken back by leaving it out.
/// It refuses what it does not fit, so that leaving out an earlier one never changes silently what a later one means.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Reword), "reword")]
[JsonDerivedType(typeof(MoveNode), "move")]
[JsonDerivedType(typeof(SplitNode), "split")]
[JsonDerivedType(typeof(JoinNode), "join")]
[JsonDerivedType(typeof(DeleteNode), "delete")]
[JsonDerivedType(typeof(AddNode), "add")]
[JsonDerivedType(typeof(MarkDuty), "duty")]
[JsonDerivedType(typeof(SetHeader), "header")]
[JsonDerivedType(typeof(SetUnit), "unit")]
[JsonDerivedType(typeof(DropUnit), "no-unit")]
[JsonDerivedType(typeof(SeeWarning), "seen")]
internal abstract record Correction
{
    /// <summary>A tree deeper than this is a mistake; the reader itself stops there.</summary>
    protected const int Deepest = 16;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The draft with this correction, or why it cannot be made there.</summary>
    public abstract Outcome<Draft> Apply(Draft draft);

    /// <summary>What it does, for the list of corrections and the trail; said of the draft before it.</summary>
    public abstract string Say(Draft before);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">Not the text of a correction.</exception>
    public static Correction FromJson(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Correction>(text, Json) ?? throw new JsonException("A correction is an object.");
        }
        catch (NotSupportedException e)
        {
            throw new JsonException("A correction says what it does.", e);
        }
    }

    protected static Problem Gone() => Problem.WrongState("Mục này không còn trong bản đọc: một lần sửa khác đã xóa, nhập hoặc hoàn tác nó. Mở lại trang để xem bản hiện nay.");

    /// <summary>A node in the words of the list: label and first words.</summary>
    protected static string Named(Draft draft, string id) => draft.Find(id) is not { } node ? "mục đã xóa" : NodeWords.Short(node);
}
