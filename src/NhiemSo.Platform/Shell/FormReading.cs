using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace NhiemSo.Platform.Shell;

/// <summary>How typed values are read: dates dd/MM/yyyy also from the address (MVC reads addresses in the invariant culture), numbers with points, faults in Vietnamese.</summary>
internal static class FormReading
{
    private static readonly string[] DayFormats = ["d/M/yyyy", "dd/MM/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    public static void Configure(MvcOptions options)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new Provider());
        options.Filters.Add(new NoZeroCharacters());
        var say = options.ModelBindingMessageProvider;
        say.SetValueMustNotBeNullAccessor(_ => "Nhập nội dung này");
        say.SetMissingBindRequiredValueAccessor(_ => "Nhập nội dung này");
        say.SetMissingKeyOrValueAccessor(() => "Nhập nội dung này");
        say.SetMissingRequestBodyRequiredValueAccessor(() => "Gửi kèm nội dung");
        say.SetAttemptedValueIsInvalidAccessor((value, _) => $"Sửa lại “{value}”: chúng tôi không đọc được giá trị này");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Sửa lại “{value}”: chúng tôi không đọc được giá trị này");
        say.SetUnknownValueIsInvalidAccessor(_ => "Nhập lại nội dung này");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Nhập lại nội dung này");
        say.SetValueIsInvalidAccessor(value => $"Sửa lại “{value}”: chúng tôi không đọc được giá trị này");
        say.SetValueMustBeANumberAccessor(_ => "Nhập một số");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Nhập một số");
    }

    public static object? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"1.000.000 ₫" is a million; a point that doesn't part thousands is a fault, not a guess.</summary>
    public static object? Whole(string text)
    {
        var plain = text.Trim().TrimEnd('₫', 'đ', ' ');
        if (plain.Contains('.'))
        {
            var parts = plain.Split('.');
            if (parts[0].TrimStart('-').Length is 0 or > 3 || parts.Skip(1).Any(p => p.Length != 3))
                return null;
            plain = string.Concat(parts);
        }

        return long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            var type = context.Metadata.UnderlyingOrModelType;
            if (type == typeof(DateOnly))
                return new Binder(Day, "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2026");
            if (type == typeof(long))
                return new Binder(Whole, "Nhập một số, ví dụ 1.000");
            if (type == typeof(int))
                return new Binder(text => Whole(text) is long and >= int.MinValue and <= int.MaxValue and var number ? (int)number : null, "Nhập một số, ví dụ 1.000");
            return null;
        }
    }

    private sealed class Binder(Func<string, object?> read, string fault) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            var given = context.ValueProvider.GetValue(context.ModelName);
            if (given == ValueProviderResult.None)
                return Task.CompletedTask;
            context.ModelState.SetModelValue(context.ModelName, given);
            var text = given.FirstValue;
            if (string.IsNullOrWhiteSpace(text))
            {
                if (context.ModelMetadata.IsReferenceOrNullableType)
                    context.Result = ModelBindingResult.Success(null);
                else
                    context.ModelState.TryAddModelError(context.ModelName, fault);
                return Task.CompletedTask;
            }

            if (read(text) is { } value)
                context.Result = ModelBindingResult.Success(value);
            else
                context.ModelState.TryAddModelError(context.ModelName, fault);
            return Task.CompletedTask;
        }
    }
}
