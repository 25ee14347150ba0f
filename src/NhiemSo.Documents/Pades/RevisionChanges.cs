using NhiemSo.Documents.Pades.Pdf;

namespace NhiemSo.Documents.Pades;

/// <summary>
/// Compares the revision that was signed with the file as it is now. A signature says nothing of what was appended
/// after it, so each object that changed must be one that a further signature has to change, and only in that way:
/// the catalog (its form), the form (one field more), a page (one widget more).
/// </summary>
internal sealed class RevisionChanges
{
    private readonly PdfFile signed;
    private readonly PdfFile now;

    /// <summary>Objects that stand elsewhere now than they did, or no more.</summary>
    private readonly HashSet<int> changed;

    private RevisionChanges(PdfFile signed, PdfFile now)
    {
        (this.signed, this.now) = (signed, now);
        changed = [.. signed.CrossReference.Places.Where(p => now.CrossReference.Places.GetValueOrDefault(p.Key) != p.Value).Select(p => p.Key)];
    }

    /// <returns>Null when the file up to <paramref name="end"/> is no whole revision of this file.</returns>
    public static LaterChanges? After(PdfFile now, int end)
    {
        if (!now.Bytes.Span[..end].TrimEnd("\r\n "u8).EndsWith("%%EOF"u8))
            return null;
        if (end == now.Bytes.Length || now.Bytes.Span[end..].TrimEnd("\r\n "u8).IsEmpty)
            return LaterChanges.None;
        try
        {
            var before = PdfFile.Read(now.Bytes[..end]);
            if (!now.CrossReference.Sections.Contains(before.CrossReference.Sections[0]))
                return null;
            if (now.CrossReference.Sections[0] == before.CrossReference.Sections[0])
                return LaterChanges.Other; // bytes behind the end that belong to no revision
            return new RevisionChanges(before, now).OnlySignatures() ? LaterChanges.SignaturesOnly : LaterChanges.Other;
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    private bool OnlySignatures()
    {
        if (PdfSyntax.Of(signed.Root) != PdfSyntax.Of(now.Root) || !SameExcept(signed.Trailer, now.Trailer, "Size", "Prev", "ID", "Type", "W", "Index", "Filter", "DecodeParms", "Length", "XRefStm"))
            return false;
        if (!SameExcept(signed.Catalog, now.Catalog, "AcroForm"))
            return false;
        changed.Remove(signed.Root.Number);

        var formBefore = signed.Dict(signed.Catalog["AcroForm"]) ?? new PdfDict();
        var formNow = now.Dict(now.Catalog["AcroForm"]) ?? new PdfDict();
        if (!SameExcept(formBefore, formNow, "Fields", "SigFlags") || !Grew(formBefore["Fields"], formNow["Fields"]))
            return false;
        if (signed.Catalog["AcroForm"] is PdfRef form)
            changed.Remove(form.Number);

        foreach (var (reference, page) in signed.Pages())
        {
            if (now.Dict(reference) is not { } pageNow || !SameExcept(page, pageNow, "Annots") || !Grew(page["Annots"], pageNow["Annots"]))
                return false;
            changed.Remove(reference.Number);
        }
        return changed.Count == 0 && NothingNewWasAwaited();
    }

    /// <summary>The same items as before in the same order, then new signature fields only.</summary>
    private bool Grew(PdfValue before, PdfValue after)
    {
        var (old, all) = (signed.Items(before), now.Items(after));
        if (all.Count < old.Count || !old.Select(PdfSyntax.Of).SequenceEqual(all.Take(old.Count).Select(PdfSyntax.Of), StringComparer.Ordinal))
            return false;
        // An array of its own belongs to this list alone: taken off only here, where its items were compared.
        if (before is PdfRef own)
            changed.Remove(own.Number);
        return all.Skip(old.Count).All(IsNewSignature);
    }

    private bool IsNewSignature(PdfValue item) =>
        item is PdfRef reference && !signed.CrossReference.Places.ContainsKey(reference.Number)
        && now.Dict(reference) is { } field && field.Name("FT") == "Sig" && field["Kids"].IsNull
        && now.Dict(field["V"]) is { } value && !value["ByteRange"].IsNull;

    /// <summary>
    /// A signed object may refer to an object that did not exist yet (it counted as null); giving it content later
    /// would change what is shown without touching a signed object.
    /// </summary>
    private bool NothingNewWasAwaited()
    {
        var awaited = new HashSet<int>();
        foreach (var number in signed.CrossReference.Places.Keys)
            Collect(signed.Load(number), awaited);
        return !awaited.Any(n => !signed.CrossReference.Places.ContainsKey(n) && now.CrossReference.Places.ContainsKey(n));
    }

    private static void Collect(PdfValue value, HashSet<int> numbers)
    {
        switch (value)
        {
            case PdfRef reference:
                numbers.Add(reference.Number);
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                    Collect(item, numbers);
                break;
            case PdfDict dict:
                foreach (var entry in dict.Entries.Values)
                    Collect(entry, numbers);
                break;
            case PdfStream stream:
                Collect(stream.Dict, numbers);
                break;
        }
    }

    private static bool SameExcept(PdfDict before, PdfDict after, params ReadOnlySpan<string> except)
    {
        foreach (var key in before.Entries.Keys.Union(after.Entries.Keys, StringComparer.Ordinal))
        {
            if (!except.Contains(key) && PdfSyntax.Of(before[key]) != PdfSyntax.Of(after[key]))
                return false;
        }
        return true;
    }
}
