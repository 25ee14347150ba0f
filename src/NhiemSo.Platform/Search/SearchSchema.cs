using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Search;

/// <summary>
/// The tables of the index. They are made here and not by migrations: EF knows neither FTS5 nor tsvector, and all of it
/// can be written anew from the rest of the database. A higher id was written later, so newest-first is the key's own order.
/// </summary>
internal static class SearchSchema
{
    private const string Sqlite =
        """
        CREATE TABLE IF NOT EXISTS pf_search_item (
          id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL, subtitle TEXT NOT NULL,
          href TEXT NOT NULL, body TEXT NOT NULL, exact TEXT NOT NULL, stamp TEXT NOT NULL, UNIQUE (kind, ref));
        CREATE TABLE IF NOT EXISTS pf_search_scope (
          item_id INTEGER NOT NULL REFERENCES pf_search_item (id) ON DELETE CASCADE, key TEXT NOT NULL, PRIMARY KEY (item_id, key)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE IF NOT EXISTS pf_search_fts USING fts5(kind, folded, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
        CREATE INDEX IF NOT EXISTS ix_pf_search_item_kind ON pf_search_item (kind, id);
        DROP TABLE IF EXISTS pf_search_vocab;
        """;

    // The lock keeps two nodes that start together from creating the same table.
    private const string Postgres =
        """
        SELECT pg_advisory_xact_lock(7305741);
        CREATE TABLE IF NOT EXISTS pf_search_item (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, ref text NOT NULL, title text NOT NULL, subtitle text NOT NULL,
          href text NOT NULL, body text NOT NULL, exact text NOT NULL, stamp text NOT NULL, folded tsvector NOT NULL, UNIQUE (kind, ref));
        CREATE TABLE IF NOT EXISTS pf_search_scope (
          item_id bigint NOT NULL REFERENCES pf_search_item (id) ON DELETE CASCADE, key text NOT NULL, PRIMARY KEY (item_id, key));
        CREATE INDEX IF NOT EXISTS ix_pf_search_item_folded ON pf_search_item USING gin (folded);
        CREATE INDEX IF NOT EXISTS ix_pf_search_item_kind ON pf_search_item (kind, id);
        """;

    /// <summary>Makes what is missing; changes nothing where all is there.</summary>
    public static Task EnsureAsync(DepartmentDb db, Engine engine, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite ? Sqlite : Postgres, ct);
}
