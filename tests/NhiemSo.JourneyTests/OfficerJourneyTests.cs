using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>What a specialised unit does beside the straight line: asks others, goes and looks, apologises in time; and brings licences of before into the register.</summary>
[Trait("long", "true")]
public sealed class OfficerJourneyTests(Stage stage)
{
    [Fact]
    public async Task An_opinion_is_asked_a_place_checked_and_a_new_day_given()
    {
        var line = new AnyProcedure(stage, "in-cap-giay-phep-hoat-dong-in", 1440);
        var desk = await stage.SignInAsync("motcua", 1440);
        var dossier = await line.AtTheCounterAsync(desk);
        await AnyProcedure.AcceptAsync(desk, dossier);
        await line.AssignAsync(desk, dossier, "truongphong", PaperForm.Officer);
        var officer = await stage.SignInAsync("chuyenvien", 1440);
        await officer.PictureAsync("chuyen-vien-viec-cua-toi", "body", 620);

        await officer.GotoAsync(dossier);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Lấy ý kiến", Exact = true }).ClickAsync();
        var unit = await officer.Locator("select[name=Unit] option", new() { HasText = "Công nghệ" }).First.GetAttributeAsync("value");
        await officer.GetByLabel("Hỏi ai?").SelectOptionAsync(unit!);
        await officer.GetByLabel("Nội dung cần ý kiến").FillAsync("Cơ sở in có hệ thống chế bản nối mạng: có cần lập hồ sơ cấp độ an toàn hệ thống thông tin không?");
        await officer.GetByLabel("Trả lời trong bao nhiêu ngày làm việc?").FillAsync("3");
        await officer.PictureAsync("chuyen-vien-lay-y-kien");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Lấy ý kiến", Exact = true }).ClickAsync();
        var asked = await stage.SignInAsync("phongcntt", 1440);
        await asked.GetByRole(AriaRole.Link, new() { Name = "Cho ý kiến" }).First.ClickAsync();
        await asked.GetByLabel("Ý kiến của đơn vị").FillAsync("Không cần: hệ thống chỉ phục vụ nội bộ cơ sở in.");
        await asked.PictureAsync("don-vi-cho-y-kien");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Gửi ý kiến" }).ClickAsync();

        await CheckAsync(officer, dossier);
        var head = await stage.SignInAsync("truongphong", 1440);
        await AnyProcedure.ActAsync(head, dossier, "Xin lỗi và hẹn lại ngày…", async p =>
        {
            await p.GetByLabel("Ngày hẹn trả kết quả mới").FillAsync(await WorkingDayAsync());
            await p.GetByLabel("Lý do").FillAsync("Cần kiểm tra lại hệ thống xử lý khí thải của xưởng in.");
            await p.PictureAsync("truong-phong-xin-loi");
        });
        await Assertions.Expect(head.GetByText("Xin lỗi và hẹn lại ngày").First).ToBeVisibleAsync();

        await AnyProcedure.ActAsync(officer, dossier, "Ghi kết quả thẩm định", p => p.GetByLabel("Nội dung thẩm định").FillAsync("Đủ điều kiện; xưởng in khớp hồ sơ."));
        await officer.GotoAsync(dossier);
        await officer.PictureAsync("chuyen-vien-ho-so", most: 1300);
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký dự thảo", p => p.PictureAsync("chuyen-vien-trinh-du-thao"));
        await Assertions.Expect(officer.GetByText("Chờ lãnh đạo duyệt ký").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_licence_of_before_is_typed_in_by_one_and_confirmed_by_another()
    {
        const string Register = "/so-bo/giay-phep-hoat-dong-in", Number = "88/GP-STTTT";
        var officer = await stage.SignInAsync("chuyenvien", 1440);
        await officer.GotoAsync(Register);
        await officer.GetByRole(AriaRole.Link, new() { Name = "nhập một giấy phép" }).ClickAsync();
        foreach (var (label, text) in new[] { ("Số giấy phép", Number), ("Ngày cấp", "15/06/2019"), ("Cơ quan cấp", "Sở Thông tin và Truyền thông"), ("Cơ sở in", "Nhà in Cam Ranh (minh họa)"), ("Địa chỉ trụ sở chính", "12 Hùng Vương, Cam Ranh"), ("Nhập từ giấy tờ nào", "Bản gốc lưu tại phòng") })
            await officer.GetByLabel(label).First.FillAsync(text);
        await officer.GetByLabel("Bản chụp giấy phép").SetInputFilesAsync(PaperForm.Scan);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Gửi để xác nhận" }).ClickAsync();
        var waiting = new Uri(officer.Url).AbsolutePath;

        var head = await stage.SignInAsync("truongphong", 1440);
        await head.GotoAsync(waiting);
        await head.PictureAsync("truong-phong-xac-nhan-giay-phep-cu");
        await head.GetByRole(AriaRole.Button, new() { Name = "Xác nhận và ghi vào sổ" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Heading, new() { Name = "Cấp trước khi dùng hệ thống" })).ToBeVisibleAsync();
        var anyone = await stage.OpenAsync(390);
        await anyone.GotoAsync("/xac-minh");
        await anyone.GetByLabel("Mã kiểm tra").FillAsync(Number);
        await anyone.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra", Exact = true }).ClickAsync();
        await Assertions.Expect(anyone.GetByText("bản giấy không kiểm tra được ở đây")).ToBeVisibleAsync();
    }

    /// <summary>Planned for a little later, its minutes written of a moment ago, closed by the signed copy.</summary>
    private static async Task CheckAsync(IPage officer, string dossier)
    {
        var (soon, past) = (Vietnam.Local(Pictures.Clock.UtcNow().AddMinutes(20)), Vietnam.Local(Pictures.Clock.UtcNow().AddMinutes(-1)));
        await officer.GotoAsync(dossier);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Hẹn kiểm tra thực địa" }).ClickAsync();
        await officer.GetByLabel("Ngày").FillAsync(soon.ToString("dd/MM/yyyy"));
        await officer.GetByLabel("Giờ").FillAsync(soon.ToString("HH:mm"));
        await officer.GetByLabel("Địa điểm").FillAsync("5 Lê Lợi, Nha Trang");
        await officer.GetByLabel("Thành phần").FillAsync("Trần Thị Minh Hạnh, chuyên viên\nPhạm Văn Lộc, đại diện cơ sở in");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Hẹn kiểm tra" }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Lập biên bản" }).ClickAsync();
        await officer.GetByLabel("Ngày kiểm tra").FillAsync(past.ToString("dd/MM/yyyy"));
        await officer.GetByLabel("Từ giờ").FillAsync((past.Hour > 0 ? past.AddMinutes(-40) : past).ToString("HH:mm"));
        await officer.GetByLabel("Đến giờ").FillAsync(past.ToString("HH:mm"));
        await officer.GetByLabel("Nội dung").FillAsync("Xem xưởng in, máy in và hợp đồng thuê mặt bằng. Hiện trạng khớp hồ sơ.");
        await officer.GetByLabel("Kết luận").FillAsync("Cơ sở đủ điều kiện hoạt động in.");
        await officer.PictureAsync("chuyen-vien-bien-ban");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Lưu biên bản" }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Sửa biên bản, tải bản đã ký" }).ClickAsync();
        await officer.GetByLabel("Biên bản đã ký").SetInputFilesAsync(PaperForm.Scan);
        await officer.GetByRole(AriaRole.Button, new() { Name = "Lưu bản đã ký" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Link, new() { Name = "Bản đã ký" })).ToBeVisibleAsync();
    }

    /// <summary>About six weeks ahead, on a day on which the office works.</summary>
    private async Task<string> WorkingDayAsync()
    {
        await using var scope = stage.Services.CreateAsyncScope();
        var calendar = scope.ServiceProvider.GetRequiredService<OfficeCalendar>().Calendar;
        return Enumerable.Range(42, 20).Select(n => Pictures.Clock.Today().AddDays(n)).First(calendar.IsWorking).ToString("dd/MM/yyyy");
    }
}
