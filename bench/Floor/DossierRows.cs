namespace NhiemSo.Floor;

/// <summary>One dossier with its papers and its timeline.</summary>
public static class DossierRows
{
    private static readonly string[] Parts =
    [
        "SELECT m.*, d.* FROM pf_matter m JOIN ds_dossier d ON d.id = m.id WHERE m.id = @id",
        "SELECT * FROM ds_component WHERE dossier_id = @id",
        "SELECT position, at, actor_name, capacity, act, text, reason FROM pf_audit_entry WHERE subject = 'matter' AND subject_id = @id ORDER BY position",
    ];

    public static Task<int> OneAsync(ConnectionPool pool, Guid id) => pool.ReadAsync(async c =>
    {
        var rows = 0;
        foreach (var part in Parts) rows += await c.RowsAsync(part, ("@id", id));
        return rows;
    });
}
