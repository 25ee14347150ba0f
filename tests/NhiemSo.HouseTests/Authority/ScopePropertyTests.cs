using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Authority;

/// <summary>Over random organisations: the list a reader gets, and what they may act on, come from one rule.</summary>
public sealed class ScopePropertyTests(TestBed bed) : IClassFixture<TestBed>
{
    private static readonly Gen<(int Unit, int Person, bool Restricted, int Kind, int Assigned)> GenMatter =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 1], Gen.Int[0, 7], (u, p, r, k, a) => (u, p, r, k, a));

    private static readonly Gen<(int Person, int Unit, Role Role)> GenReader = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Enum<Role>(), (p, u, r) => (p, u, r));

    [Theory, BothEngines]
    public async Task Lists_and_permission_agree(Engine engine)
    {
        var office = await bed.OpenAsync(engine);
        var units = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToArray();
        var persons = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToArray();
        RoleScope[] scopes = [new(Role.Desk, Scope.Kind("dossier"))];
        await Gen.Select(GenMatter.Array[1, 12], GenReader.Array[1, 4]).SampleAsync(async sample =>
        {
            var (specs, grantSpecs) = sample;
            var matters = new List<(Matter Matter, IReadOnlySet<string> Keys)>();
            await office.ActAsync<bool>(async (services, ct) =>
            {
                var db = services.GetRequiredService<DepartmentDb>();
                foreach (var spec in specs)
                {
                    var matter = new Matter
                    {
                        Kind = spec.Kind == 0 ? "dossier" : "document", Title = "Việc thử", DutyId = Guid.Empty, DutyCitation = "1.1", UnitId = units[spec.Unit], ResponsibleId = persons[spec.Person],
                        Process = "thu", ProcessVersion = "thu", State = "moi", StateName = "Mới", Opened = Office.Start, LastEvent = Office.Start,
                        Confidentiality = spec.Restricted ? Confidentiality.Restricted : Confidentiality.Open,
                    };
                    Assignment[] assigned = spec.Assigned < 6 ? [new Assignment { MatterId = matter.Id, PersonId = persons[spec.Assigned], Role = AssignmentRole.Cooperating, At = Office.Start, ById = persons[0] }] : [];
                    var keys = Scope.KeysOf(matter, assigned);
                    db.Add(matter);
                    db.AddRange(assigned);
                    db.AddRange(keys.Select(k => new MatterScope { MatterId = matter.Id, Key = k }));
                    matters.Add((matter, keys));
                }

                await Task.CompletedTask;
                return true;
            });
            foreach (var g in grantSpecs)
            {
                Grant[] grants = [new Grant(g.Role, units[g.Unit], "thử")];
                var reader = new Reader(persons[g.Person], "Thử", grants, Scope.KeysFor(persons[g.Person], grants, scopes));
                var ids = matters.Select(m => m.Matter.Id).ToList();
                var listed = (await office.AskAsync((DepartmentDb db) => db.VisibleTo(reader).Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync())).ToHashSet();
                foreach (var (matter, keys) in matters)
                {
                    listed.Contains(matter.Id).ShouldBe(Scope.Sees(reader, keys));
                    foreach (var relation in Enum.GetValues<Relation>())
                        if (Permission.May(reader, new ActRule(Enum.GetValues<Role>(), relation), matter, keys) is not null) listed.ShouldContain(matter.Id);
                    if (matter.Confidentiality == Confidentiality.Restricted && listed.Contains(matter.Id))
                        keys.ShouldContain(Scope.Person(persons[g.Person]), "a restricted matter exists only for the persons named on it");
                }
            }
        }, iter: 25, threads: 1);
    }
}
