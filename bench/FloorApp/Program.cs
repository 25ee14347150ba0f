using Microsoft.EntityFrameworkCore;
using NhiemSo.FloorApp;

// The least that starts: ASP.NET Core, EF Core, one Razor page, the same database. --database "Host=..." or "Data Source=..."
var builder = WebApplication.CreateBuilder(args);
var database = builder.Configuration["database"]!;
builder.Services.AddRazorPages();
builder.Services.AddDbContext<RowDb>(o => _ = database.StartsWith("Host=", StringComparison.Ordinal) ? o.UseNpgsql(database) : o.UseSqlite(database));
var app = builder.Build();
app.MapRazorPages();
await app.RunAsync();
