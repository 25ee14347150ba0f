using System.Diagnostics;

namespace NhiemSo.HouseTests.Bed;

/// <summary>
/// A private PostgreSQL of this run: own data and socket folder, no network port, the durable settings of a real one.
/// Its shell waits on our pipe, so the server stops and its folder goes, unless it is to stay, even when the test run is killed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Script =
        """
        set -eu
        for bin in ${POSTGRES_BIN:-} /usr/lib/postgresql/*/bin /usr/local/bin /usr/bin; do
          if [ -x "$bin/initdb" ] && [ -x "$bin/postgres" ]; then PATH="$bin:$PATH"; found=yes; fi
        done
        [ "${found:-}" = yes ] || { echo "no initdb found: install postgresql (15 or later)" >&2; exit 1; }
        if [ -n "${1:-}" ]; then dir=$1; else
          dir=$(mktemp -d "${TMPDIR:-/tmp}/nhiemso-pg-XXXXXX")
          trap 'rm -rf "$dir"' EXIT
        fi
        cd "$dir"
        [ -d "$dir/data" ] || initdb -D "$dir/data" -U nhiemso -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        postgres -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=300 -c shared_buffers=64MB \
          -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c timezone=UTC </dev/null >>"$dir/log" 2>&1 &
        server=$!
        n=0
        until pg_isready -q -h "$dir" -U nhiemso -d postgres; do
          n=$((n + 1))
          if [ $n -gt 600 ] || ! kill -0 $server 2>/dev/null; then cat "$dir/log" >&2; exit 1; fi
          sleep 0.05
        done
        echo "$dir"
        read -r _ || true
        kill -INT $server
        wait $server || true
        """;

    private readonly Process shell;

    private PostgresServer(Process shell, string folder) => (this.shell, Folder) = (shell, folder);

    /// <summary>Holds the socket; for <c>psql -h</c> and <c>pg_dump -h</c>, user <c>nhiemso</c>.</summary>
    public string Folder { get; }

    public string ConnectionTo(string database, bool pooling = true) =>
        $"Host={Folder};Username=nhiemso;Database={database};Pooling={pooling};Maximum Pool Size=40;Connection Idle Lifetime=5;Connection Pruning Interval=2;Include Error Detail=true";

    /// <param name="keep">A folder whose data stays; null for one that goes with the server.</param>
    public static async Task<PostgresServer> StartAsync(string? keep = null)
    {
        // PostgreSQL refuses to run as root; its package brings the account.
        var root = Environment.UserName == "root";
        if (keep is not null && !Directory.Exists(keep))
        {
            Directory.CreateDirectory(keep);
            if (root) await Process.Start("chown", ["postgres", keep]).WaitForExitAsync();
        }

        string[] script = ["sh", "-c", Script, "sh", keep ?? ""];
        string[] command = root ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. script] : script;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMPDIR");
        var started = Process.Start(start) ?? throw new InvalidOperationException("sh can't be started");
        var folder = await started.StandardOutput.ReadLineAsync();
        if (folder is null) throw new InvalidOperationException("PostgreSQL did not start: " + await started.StandardError.ReadToEndAsync());
        return new PostgresServer(started, folder);
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }
}
