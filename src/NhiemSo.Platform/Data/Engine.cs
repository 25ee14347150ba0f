namespace NhiemSo.Platform.Data;

/// <summary>The two engines; both are first class and run the whole suite.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Where the department's data is kept.</summary>
/// <param name="Engine">Which engine.</param>
/// <param name="ConnectionString">Its connection string, complete.</param>
/// <param name="DataFolder">Folder of files, keys and checkpoints; with SQLite also of the database.</param>
public sealed record DatabaseSettings(Engine Engine, string ConnectionString, string DataFolder)
{
    /// <summary>SQLite in <paramref name="dataFolder"/> unless <paramref name="database"/> is a PostgreSQL connection string ("Host=...").</summary>
    public static DatabaseSettings From(string? database, string dataFolder)
    {
        if (!string.IsNullOrWhiteSpace(database))
            return new DatabaseSettings(Engine.Postgres, database, dataFolder);
        var file = Path.Combine(dataFolder, "nhiemso.db");
        return new DatabaseSettings(Engine.Sqlite, $"Data Source={file};Cache=Private;Pooling=True;Default Timeout=30", dataFolder);
    }
}
