using System.Diagnostics;
using System.Diagnostics.Metrics;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Telemetry;

/// <summary>
/// What the house counts and times for whoever watches it. Names and tags are a contract, listed in <c>docs/van-hanh.md</c>; a tag takes its
/// values from code and rule books, never from what people typed. Costs next to nothing while nobody listens.
/// </summary>
public static class OfficeTelemetry
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "NhiemSo";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Acts = Meter.CreateCounter<long>("nhiemso.acts", "{act}", "Acts taken or refused.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("nhiemso.database.retries", "{retry}", "Acts repeated because the engine asked for it.");
    private static readonly Counter<long> Jobs = Meter.CreateCounter<long>("nhiemso.jobs.run", "{job}", "Jobs run, by how they ended.");
    private static readonly Counter<long> Numbers = Meter.CreateCounter<long>("nhiemso.numbers.drawn", "{number}", "Numbers drawn from a book.");
    private static readonly Counter<long> SignIns = Meter.CreateCounter<long>("nhiemso.sign_ins", "{try}", "Tries to sign in, by how they ended.");

    internal static readonly Gauge<long> JobsWaiting = Meter.CreateGauge<long>("nhiemso.jobs.waiting", "{job}", "Jobs that are due and not begun; counting stops at 1000.");
    internal static readonly Gauge<long> JobsDead = Meter.CreateGauge<long>("nhiemso.jobs.dead", "{job}", "Jobs that gave up and wait for a person, e-mails and messages among them; counting stops at 1000.");

    /// <param name="who"><c>staff</c> or <c>applicant</c>.</param>
    /// <param name="outcome"><c>done</c>, <c>second_step</c>, <c>wrong</c>, <c>slowed</c>.</param>
    public static void SignIn(string who, string outcome) => SignIns.Add(1, new("who", who), new("outcome", outcome));

    internal static void Act(string act, string outcome) => Acts.Add(1, new("act", act), new("outcome", outcome));

    internal static void Job(string kind, string outcome) => Jobs.Add(1, new("kind", kind), new("outcome", outcome));

    internal static void Retry(string engine) => Retries.Add(1, new KeyValuePair<string, object?>("engine", engine));

    internal static void Number(string book) => Numbers.Add(1, new KeyValuePair<string, object?>("book", book));

    internal static string Words(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => "invalid",
        ProblemKind.NotFound => "not_found",
        ProblemKind.Forbidden => "forbidden",
        ProblemKind.WrongState => "wrong_state",
        ProblemKind.Conflict => "conflict",
        _ => "too_many",
    };
}
