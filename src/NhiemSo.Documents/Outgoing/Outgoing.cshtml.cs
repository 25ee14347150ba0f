using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Documents.Outgoing;

/// <summary>Outgoing documents by where they stand, and the books.</summary>
internal sealed class OutgoingModel(DocumentList list, CurrentReader current, RuleShelf rules) : PageModel
{
    public static readonly IReadOnlyList<(string Word, string Name, IReadOnlyList<SigningState> States)> Tabs =
    [
        ("cho-ky", "Chờ ký", [SigningState.Reserved, SigningState.AwaitingPerson]),
        ("cho-dong-dau", "Chờ đóng dấu", [SigningState.PersonSigned, SigningState.AwaitingOrgan]),
        ("da-phat-hanh", "Đã phát hành", [SigningState.Issued]),
        ("da-huy", "Đã hủy", [SigningState.Voided]),
        ("tat-ca", "Tất cả", []),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Loc { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    public (string Word, string Name, IReadOnlyList<SigningState> States) Tab { get; private set; }

    public IReadOnlyList<Document> Rows { get; private set; } = [];

    public IReadOnlyList<(string Book, string Year, string Name)> Books { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        Tab = Tabs.FirstOrDefault(t => t.Word == Loc);
        if (Tab.Word is null) Tab = reader.Has(Role.Leader) ? Tabs[0] : reader.Has(Role.Clerk) ? Tabs[1] : Tabs[^1];
        var found = await list.ReadAsync(reader, Tab.States, Sau, ct);
        Next = found.Count > DocumentList.PageSize ? found[DocumentList.PageSize - 1].Id.ToString() : null;
        Rows = [.. found.Take(DocumentList.PageSize)];
        Books = [.. (await list.BooksAsync(ct)).Select(b => (b.Book, b.Year, rules.Today.Find<DocumentBook>(b.Book)?.Name ?? b.Book))];
    }
}
