using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Operation;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.OperatorSettings;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.Telemetry;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform;

/// <summary>The ground floor: what any office needs, knowing nothing of departments.</summary>
public sealed class PlatformRoom : IRoom
{
    public string Name => "platform";

    public IReadOnlyList<Setting> Settings =>
    [
        Setting.WebAddress("PublicAddress"),
        new("MailFrom", "một địa chỉ thư điện tử, ví dụ khong-tra-loi@so.tinh.gov.vn", v => MimeKit.MailboxAddress.TryParse(v, out var from) && from.Address.Contains('@', StringComparison.Ordinal)),
        new("Audit:CopyTo", "đường dẫn của một thư mục có thật", Directory.Exists),
        Setting.Whole("SignIn:IdleMinutes", 1, 1440), Setting.Whole("SignIn:Hours", 1, 24), Setting.Whole("SignIn:SigningMinutes", 1, 1440),
        .. SmsSettings.Allowed,
    ];

    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Readers>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<Numbers>();
        services.AddScoped<Tries>();
        services.AddSingleton<FileStore>();
        services.AddScoped<MatterFiles>();
        services.AddScoped<MatterActs>();
        services.AddScoped(s => new MatterHandover(s.GetRequiredService<Data.DepartmentDb>(), s.GetRequiredService<Audit.AuditTrail>(), s.GetRequiredService<Rules.RuleShelf>(), s.GetRequiredService<Search.MatterIndexer>(), s.GetServices<IHandoverFollower>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MatterChips>();
        services.AddSearch();
        services.AddScoped<MyWorkList>();
        services.AddSingleton<IMenuSource, MyWorkMenu>();
        services.AddSingleton<IRuleKind, ProcessKind>();
        services.AddSingleton<IRuleKind, LawHorizonKind>();
        services.AddSingleton<IRuleKind, DocumentBookKind>();
        services.AddSingleton<IRuleKind, OfficeKind>();
        services.AddSingleton<IRuleKind, CalendarKind>();
        services.AddSingleton<IRuleKind, CalendarLawKind>();
        services.AddSingleton<IRuleKind, OfficeHoursKind>();
        services.AddSingleton<IRuleKind, SynonymKind>();
        services.AddSingleton<IRuleKind, PaperTemplateKind>();
        services.AddSingleton<IRuleKind, NoticeKind>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<DemoMark>();
        services.AddSingleton<IOfficeName, RuledOfficeName>();
        services.AddSingleton<RuleShelf>();
        services.AddSingleton<OfficeCalendar>();
        services.AddSingleton<Setup.SetupCode>();
        services.AddScoped<Setup.FirstAdministrator>();
        services.AddScoped<People.PeopleDesk>();
        services.AddScoped<People.PeopleView>();
        services.AddScoped<People.DelegationDesk>();
        services.AddSingleton<IMenuSource, People.AdminMenu>();
        services.AddScoped<RuleImport>();
        services.AddScoped<RulePublisher>();
        services.AddScoped<RuleConfirmations>();
        services.AddMachineClients();
        services.AddSingleton<Storage>();
        services.AddScoped<OperationView>();
        services.AddScoped<DeadJobs>();
        AddJobs(services);
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobSignal>();
        services.AddScoped<JobQueue>();
        services.AddScoped<JobClaims>();
        services.AddScoped<QueueCounts>();
        services.AddScoped<JobNames>();
        services.AddHostedService<QueueDepth>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.TryAddSingleton(s => new MailSettings(s.GetService<IConfiguration>()?["MailFrom"] ?? "khong-tra-loi@localhost"));
        services.AddScoped<Outbox>();
        services.AddScoped<IJobHandler, MailHandler>();
        services.TryAddSingleton(s => new SmsGateway(SmsSettings.From(s.GetService<IConfiguration>())));
        services.AddSingleton<MessageSeal>();
        services.AddScoped<SmsOutbox>();
        services.AddScoped<ISmsSender>(s => s.GetRequiredService<SmsOutbox>());
        services.AddScoped<IJobHandler, SmsHandler>();
        services.AddScoped<FileSweep>();
        services.AddScoped<IJobHandler>(s => s.GetRequiredService<FileSweep>());
        services.AddSingleton(new DailyJob("files.sweep", new TimeOnly(2, 0)));
        services.TryAddSingleton(s => new CheckpointSettings(s.GetService<IConfiguration>()?["Audit:CopyTo"]));
        services.AddScoped<Checkpoints>();
        services.AddScoped<IJobHandler>(s => s.GetRequiredService<Checkpoints>());
        services.AddSingleton(new DailyJob("audit.checkpoint", new TimeOnly(23, 50)));
        services.AddScoped<IJobHandler, JobSweep>();
        services.AddSingleton(new DailyJob("jobs.sweep", new TimeOnly(2, 30)));
    }

    public void AddTables(ModelBuilder model) => PlatformTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
