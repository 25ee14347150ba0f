namespace NhiemSo.Floor;

/// <summary>Whether a look-up code with the last four digits is a dossier's.</summary>
public static class StatusRow
{
    private const string Sql = "SELECT d.id, d.phone FROM ds_dossier d JOIN pf_matter m ON m.id = d.id WHERE d.lookup_code = @code";

    public static Task<int> FindAsync(ConnectionPool pool, string code) => pool.ReadAsync(c => c.RowsAsync(Sql, ("@code", code)));
}
