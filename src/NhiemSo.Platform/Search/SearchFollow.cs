using NhiemSo.Platform.Jobs;

namespace NhiemSo.Platform.Search;

/// <summary>Soon after midnight: rules and mandates take effect by date, and what they no longer show must not be found.</summary>
internal sealed class SearchFollow(SearchRebuild rebuild) : IJobHandler
{
    public const string Name = "search.follow";

    public string Kind => Name;

    public string Title => "Cập nhật chỉ mục tìm kiếm";

    public Task RunAsync(Job job, CancellationToken ct) => rebuild.CatchUpAsync(ct);
}
