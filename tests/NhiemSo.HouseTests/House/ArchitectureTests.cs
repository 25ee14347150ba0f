using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents;
using NhiemSo.Dossiers;
using NhiemSo.Host;
using NhiemSo.Mandate;
using NhiemSo.Platform;
using NhiemSo.Platform.Rooms;
using NhiemSo.Registers;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.House;

/// <summary>The borders of the rooms, read off the built assemblies and the sources.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Ground floor first; a room may refer to those before it and to no other.</summary>
    private static readonly Assembly[] Order = [typeof(PlatformRoom).Assembly, typeof(MandateRoom).Assembly, typeof(DocumentsRoom).Assembly, typeof(RegistersRoom).Assembly, typeof(DossiersRoom).Assembly];

    private static string Source => Path.Combine(Root(), "src");

    [Fact]
    public void References_go_one_way_only()
    {
        for (var i = 0; i < Order.Length; i++)
        {
            var names = Order[i].GetReferencedAssemblies().Select(a => a.Name).Where(n => n!.StartsWith("NhiemSo.", StringComparison.Ordinal));
            names.ShouldBeSubsetOf(Order[..i].Select(a => a.GetName().Name), Order[i].GetName().Name);
        }
    }

    [Fact]
    public void No_room_names_a_later_room_even_in_a_text()
    {
        for (var i = 0; i < Order.Length; i++)
        {
            var later = Order[(i + 1)..].Select(a => a.GetName().Name!).ToList();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Source, Order[i].GetName().Name!), "*.cs*", SearchOption.AllDirectories).Where(Written))
            {
                var text = File.ReadAllText(file);
                later.Where(l => text.Contains(l, StringComparison.Ordinal)).ShouldBeEmpty(file);
            }
        }
    }

    [Fact]
    public void Rooms_show_a_small_public_face_and_keep_the_rest_internal()
    {
        foreach (var room in Order[1..])
        {
            var types = room.GetExportedTypes().Where(t => !t.IsNested && !t.Name.EndsWith("Model", StringComparison.Ordinal)).ToList();
            types.Count.ShouldBeLessThan(25, $"{room.GetName().Name}: {string.Join(", ", types.Select(t => t.Name))}");
            types.Where(t => t.Namespace?.EndsWith(".Model", StringComparison.Ordinal) == true).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_host_lists_the_rooms_in_the_order_of_the_house() =>
        Rooms.All.Select(r => r.GetType().Assembly).ShouldBe(Order);

    [Fact]
    public void Page_models_are_internal_and_sealed_and_no_two_pages_share_a_path()
    {
        foreach (var model in Order.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract))
        {
            model.IsSealed.ShouldBeTrue(model.FullName);
            model.IsPublic.ShouldBeFalse(model.FullName);
        }

        var paths = Order.SelectMany(a => Directory.EnumerateFiles(Path.Combine(Source, a.GetName().Name!), "*.cshtml", SearchOption.AllDirectories).Where(Written)
            .Select(f => Path.GetRelativePath(Path.Combine(Source, a.GetName().Name!), f))).Where(p => p != "_ViewImports.cshtml").ToList();
        paths.ShouldBeUnique();
    }

    [Fact]
    public void Files_stay_small_and_names_say_something()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Where(Written).Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)))
        {
            File.ReadLines(file).Count().ShouldBeLessThanOrEqualTo(300, file);
            // "TagHelper" is the framework's own word for a component of a page.
            Path.GetFileNameWithoutExtension(file).Replace("TagHelper", "", StringComparison.Ordinal).ShouldNotMatch("(Manager|Helper|Util|Utils|Common|Misc)$", file);
        }
    }

    [Fact]
    public void No_page_carries_inline_script_or_style()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories).Where(Written))
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain(" style=", customMessage: file);
            text.ShouldNotContain("onclick=", customMessage: file);
            text.Replace("<script src=", "", StringComparison.Ordinal).ShouldNotContain("<script", customMessage: file);
        }
    }

    [Fact]
    public void Every_room_has_one_entry_class() =>
        Order.ShouldAllBe(a => a.GetExportedTypes().Count(t => typeof(IRoom).IsAssignableFrom(t) && !t.IsInterface) == 1);

    private static bool Written(string file) => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NhiemSo.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
