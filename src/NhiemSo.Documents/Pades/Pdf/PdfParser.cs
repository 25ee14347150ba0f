using System.Buffers;
using System.Globalization;
using System.Text;

namespace NhiemSo.Documents.Pades.Pdf;

/// <summary>
/// Reads values at a place in the file. Strict where leniency would let two readers see different documents:
/// a key given twice or a value of unknown kind is refused. Linear in the bytes read; nesting is bounded.
/// </summary>
internal ref struct PdfParser(ReadOnlySpan<byte> bytes, int position)
{
    private const int MaxDepth = 64;
    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789+-.");
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; private set; } = position;

    public PdfValue Value(int depth = 0)
    {
        if (depth > MaxDepth)
            throw new PdfFormatException("nested too deeply");
        SkipSpace();
        return Peek() switch
        {
            (byte)'<' when Peek(1) == '<' => Dictionary(depth),
            (byte)'<' => HexString(),
            (byte)'(' => LiteralString(),
            (byte)'[' => Array(depth),
            (byte)'/' => Name(),
            _ => ScalarOrReference(),
        };
    }

    /// <summary>Takes the word if it stands next, with white space before it.</summary>
    public bool TryWord(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (Position >= bytes.Length || !bytes[Position..].StartsWith(word) || IsRegular(Peek(word.Length)))
            return false;
        Position += word.Length;
        return true;
    }

    public int Integer()
    {
        SkipSpace();
        return new PdfScalar(Word()).Integer ?? throw new PdfFormatException($"no whole number at {Position}");
    }

    /// <summary>After the word <c>stream</c>: its data begin behind CRLF or LF (7.3.8.1).</summary>
    public void EndOfStreamWord()
    {
        if (Peek() == '\r')
            Position++;
        if (Peek() != '\n')
            throw new PdfFormatException("stream without line end");
        Position++;
    }

    private void SkipSpace()
    {
        while (Position < bytes.Length)
        {
            var b = bytes[Position];
            if (b == '%')
            {
                while (Position < bytes.Length && bytes[Position] is not ((byte)'\r' or (byte)'\n'))
                    Position++;
            }
            else if (IsSpace(b))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private readonly int Peek(int ahead = 0) => Position + ahead < bytes.Length && Position + ahead >= 0 ? bytes[Position + ahead] : -1;

    private string Word()
    {
        var start = Position;
        while (IsRegular(Peek()))
            Position++;
        return Encoding.Latin1.GetString(bytes[Math.Min(start, bytes.Length)..Math.Min(Position, bytes.Length)]);
    }

    private PdfValue ScalarOrReference()
    {
        var at = Position;
        var word = Word();
        if (word is "true" or "false" or "null")
            return new PdfScalar(word);
        if (word.Length == 0 || word.AsSpan().ContainsAnyExcept(NumberChars))
            throw new PdfFormatException($"no value at {at}");
        var scalar = new PdfScalar(word);
        if (scalar.Integer is not (>= 0 and int number))
            return scalar;
        var back = Position;
        SkipSpace();
        if (new PdfScalar(Word()).Integer is >= 0 and int generation && TryWord("R"u8))
            return new PdfRef(number, generation);
        Position = back;
        return scalar;
    }

    private PdfArray Array(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        for (SkipSpace(); Peek() != ']'; SkipSpace())
            items.Add(Value(depth + 1));
        Position++;
        return new PdfArray(items);
    }

    private PdfDict Dictionary(int depth)
    {
        Position += 2;
        var entries = new OrderedDictionary<string, PdfValue>(StringComparer.Ordinal);
        for (SkipSpace(); Peek() != '>'; SkipSpace())
        {
            if (Peek() != '/')
                throw new PdfFormatException($"no key at {Position}");
            if (!entries.TryAdd(Name().Text, Value(depth + 1)))
                throw new PdfFormatException("a key stands twice in one dictionary");
        }
        if (Peek(1) != '>')
            throw new PdfFormatException("dictionary without end");
        Position += 2;
        return new PdfDict(entries);
    }

    private PdfName Name()
    {
        Position++;
        var word = Word();
        if (!word.Contains('#'))
            return new PdfName(word);
        var name = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '#' && i + 2 < word.Length && byte.TryParse(word.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                name.Append((char)b);
                i += 2;
            }
            else
            {
                name.Append(word[i]);
            }
        }
        return new PdfName(name.ToString());
    }

    private PdfString HexString()
    {
        var start = Position++;
        var length = bytes[Position..].IndexOf((byte)'>');
        if (length < 0)
            throw new PdfFormatException("string without end");
        var digits = new List<byte>(length + 1);
        foreach (var b in bytes.Slice(Position, length))
        {
            if (char.IsAsciiHexDigit((char)b))
                digits.Add(b);
            else if (!IsSpace(b))
                throw new PdfFormatException("no hexadecimal digit");
        }
        if (digits.Count % 2 == 1)
            digits.Add((byte)'0');
        Position += length + 1;
        return new PdfString(Convert.FromHexString(Encoding.ASCII.GetString(digits.ToArray())), Hex: true, start, Position);
    }

    private PdfString LiteralString()
    {
        var start = Position++;
        var text = new List<byte>();
        for (var open = 1; ;)
        {
            var b = Peek();
            Position++;
            switch (b)
            {
                case -1:
                    throw new PdfFormatException("string without end");
                case '\\':
                    Escape(text);
                    continue;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    return new PdfString([.. text], Hex: false, start, Position);
            }
            text.Add((byte)b);
        }
    }

    private void Escape(List<byte> text)
    {
        var b = Peek();
        Position++;
        switch (b)
        {
            case 'n': text.Add((byte)'\n'); break;
            case 'r': text.Add((byte)'\r'); break;
            case 't': text.Add((byte)'\t'); break;
            case 'b': text.Add((byte)'\b'); break;
            case 'f': text.Add((byte)'\f'); break;
            case '\n': break;
            case '\r':
                if (Peek() == '\n')
                    Position++;
                break;
            case >= '0' and <= '7':
                var value = b - '0';
                for (var i = 0; i < 2 && Peek() is >= '0' and <= '7'; i++)
                    value = (value * 8) + (bytes[Position++] - '0');
                text.Add((byte)value);
                break;
            case -1:
                throw new PdfFormatException("string without end");
            default: text.Add((byte)b); break;
        }
    }

    private static bool IsSpace(int b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(int b) => b >= 0 && !IsSpace(b) && b is not ('(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%');
}
