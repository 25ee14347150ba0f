using NhiemSo.Platform.Files;

namespace NhiemSo.Documents.Outgoing;

/// <summary>The bytes of issued and signed documents, for pages that have already asked for the right.</summary>
internal sealed class DocumentFiles(FileStore store)
{
    public async Task<byte[]> BytesAsync(string hash, CancellationToken ct)
    {
        await using var content = store.OpenRead(hash);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}
