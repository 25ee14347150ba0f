using CsCheck;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Audit;

/// <summary>Random histories, random tampering: whatever is done to the tables, the verification names it.</summary>
public sealed class TamperingTests(TestBed bed) : IClassFixture<TestBed>
{
    private enum Way
    {
        ChangeText,
        ChangeActor,
        ChangeBody,
        DropReason,
        MoveTime,
        Delete,
        DeleteTailWithHead,
        DeleteChainWithHead,
        InsertBefore,
        Append,
        AppendWithHead,
        Swap,
        RewriteFromHere,
        ChangePersonal,
    }

    private sealed record Plan(int[] Lengths, Way Way, int At, string Text);

    private static readonly Gen<Plan> Plans = Gen.Select(
        Gen.Int[2, 5].Array[1, 4], Gen.Enum<Way>(), Gen.Int[0, 1000], Gen.String[Gen.Char["aăâđêôơưạỹ \"\\<>&+\n'😀"[..16]], 1, 12]).Select((l, w, a, t) => new Plan(l, w, a, t));

    [Theory, BothEngines]
    public async Task Every_tampering_with_what_a_checkpoint_vouches_for_is_found(Engine engine)
    {
        foreach (var way in Enum.GetValues<Way>()) await TryAsync(engine, new Plan([3, 2], way, 7, "Sửa"));
        await Plans.SampleAsync(plan => TryAsync(engine, plan), iter: Measured.Long ? 200 : 12, threads: 1);
    }

    private async Task TryAsync(Engine engine, Plan plan)
    {
        await using var office = await bed.FreshAsync(engine);
        foreach (var length in plan.Lengths)
        {
            var subject = Guid.CreateVersion7();
            for (var i = 0; i < length; i++)
                (await office.WriteAsync(length % 2 == 0 ? "matter" : "account", subject, plan.Text, new Change("so-dien-thoai", plan.Text, $"090{i}", Personal: true), new Change("buoc", null, $"{i}"))).Ok.ShouldBeTrue();
        }

        await office.CheckpointAsync();
        var before = await office.VerifyAsync();
        before.Clean.ShouldBeTrue(string.Join('\n', before.Faults));
        before.Entries.ShouldBe(plan.Lengths.Sum());
        before.Chains.ShouldBe(plan.Lengths.Length);
        before.VouchedUntil.ShouldBe(Office.Start);

        var entries = await office.EntriesAsync();
        var target = entries[plan.At % entries.Count];
        await TamperAsync(office, plan.Way, entries, target);
        var after = await office.VerifyAsync();
        after.Clean.ShouldBeFalse($"{plan.Way} at {target.Position} of {target.SubjectId}");
        after.Faults.ShouldContain(f => f.Subject == target.Subject && f.SubjectId == target.SubjectId, $"{plan.Way} was found, but elsewhere");
    }

    private static async Task TamperAsync(Office office, Way way, List<AuditEntry> entries, AuditEntry target)
    {
        var chain = entries.FindAll(e => e.SubjectId == target.SubjectId);
        var last = chain[^1];
        switch (way)
        {
            case Way.ChangeText: await office.SqlAsync($"UPDATE pf_audit_entry SET text = text || '.' WHERE id = {target.Id}"); break;
            case Way.ChangeActor: await office.SqlAsync($"UPDATE pf_audit_entry SET actor_id = NULL WHERE id = {target.Id}"); break;
            case Way.ChangeBody: await office.SqlAsync($"UPDATE pf_audit_entry SET body = '[]' WHERE id = {target.Id}"); break;
            case Way.DropReason: await office.SqlAsync($"UPDATE pf_audit_entry SET reason = NULL WHERE id = {target.Id}"); break;
            case Way.MoveTime:
                await office.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Id == target.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.At, target.At.AddMicroseconds(1))));
                break;
            case Way.Delete: await office.SqlAsync($"DELETE FROM pf_audit_entry WHERE id = {target.Id}"); break;
            case Way.DeleteTailWithHead:
                await office.SqlAsync($"DELETE FROM pf_audit_entry WHERE subject_id = {target.SubjectId} AND position >= {target.Position}");
                await office.SqlAsync($"UPDATE pf_audit_head SET position = {target.Position - 1}, hash = {target.Previous}, checkpointed = {target.Position - 1} WHERE subject_id = {target.SubjectId}");
                break;
            case Way.DeleteChainWithHead:
                await office.SqlAsync($"DELETE FROM pf_audit_entry WHERE subject_id = {target.SubjectId}");
                await office.SqlAsync($"DELETE FROM pf_audit_head WHERE subject_id = {target.SubjectId}");
                break;
            case Way.InsertBefore: await AddAsync(office, Trail.Forged(chain[0], "Chèn", AuditTrail.First, 0, Guid.CreateVersion7())); break;
            case Way.Append: await AddAsync(office, Trail.Forged(last, "Chèn", last.Hash, last.Position + 1, Guid.CreateVersion7())); break;
            case Way.AppendWithHead:
                var forged = Trail.Forged(last, "Chèn", AuditTrail.First, last.Position + 1, Guid.CreateVersion7());
                await AddAsync(office, forged);
                await office.SqlAsync($"UPDATE pf_audit_head SET position = {forged.Position}, hash = {forged.Hash} WHERE subject_id = {last.SubjectId}");
                break;
            case Way.Swap: await SwapAsync(office, chain[0], last); break;
            case Way.RewriteFromHere: await RewriteAsync(office, chain, target); break;
            case Way.ChangePersonal: await office.SqlAsync($"UPDATE pf_audit_personal SET value = value || '0' WHERE entry_id = {target.Id}"); break;
            default: throw new ArgumentOutOfRangeException(nameof(way));
        }
    }

    private static Task AddAsync(Office office, AuditEntry entry) => office.AskAsync((DepartmentDb db) =>
    {
        db.Add(entry);
        return db.SaveChangesAsync();
    });

    /// <summary>Two entries change places, by their positions alone.</summary>
    private static async Task SwapAsync(Office office, AuditEntry one, AuditEntry other)
    {
        await office.SqlAsync($"UPDATE pf_audit_entry SET position = -1 WHERE id = {one.Id}");
        await office.SqlAsync($"UPDATE pf_audit_entry SET position = {one.Position} WHERE id = {other.Id}");
        await office.SqlAsync($"UPDATE pf_audit_entry SET position = {other.Position} WHERE id = {one.Id}");
    }

    /// <summary>The cleverest: one text is changed and every hash after it recomputed, the head too. Only the checkpoint knows better.</summary>
    private static async Task RewriteAsync(Office office, List<AuditEntry> chain, AuditEntry target)
    {
        var previous = target.Previous;
        foreach (var e in chain.Where(e => e.Position >= target.Position))
        {
            var forged = Trail.Forged(e, e.Position == target.Position ? "Viết lại" : e.Text, previous);
            await office.SqlAsync($"UPDATE pf_audit_entry SET text = {forged.Text}, previous = {forged.Previous}, hash = {forged.Hash} WHERE id = {e.Id}");
            previous = forged.Hash;
        }

        await office.SqlAsync($"UPDATE pf_audit_head SET hash = {previous} WHERE subject_id = {target.SubjectId}");
    }
}
