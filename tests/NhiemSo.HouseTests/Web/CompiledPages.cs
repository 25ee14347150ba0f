using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace NhiemSo.HouseTests.Web;

/// <summary>
/// What the framework compiles from each page's type, compiled once a run instead of once a house: there are hundreds
/// of houses. It depends on types only; whatever a page is given comes from its own house's request.
/// </summary>
internal static class CompiledPages
{
    private static readonly Lock First = new();
    private static readonly Dictionary<Type, object> Shared = [];

    public static void Share(IServiceCollection services)
    {
        Share<IRazorPageActivator>(services, inner => inner);
        Share<IRazorViewEngine>(services, inner => inner);
        Share<IPageFactoryProvider>(services, inner => new PageFactories(inner));
        Share<IPageModelFactoryProvider>(services, inner => new ModelFactories(inner));
    }

    private static void Share<T>(IServiceCollection services, Func<T, T> once)
        where T : class
    {
        var made = services.Last(s => s.ServiceType == typeof(T));
        services.Remove(made);
        services.AddSingleton(provider =>
        {
            lock (First)
            {
                if (!Shared.TryGetValue(typeof(T), out var one))
                    Shared[typeof(T)] = one = once((T)(made.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, made.ImplementationType!)));
                return (T)one;
            }
        });
    }

    private sealed class PageFactories(IPageFactoryProvider inner) : IPageFactoryProvider
    {
        private readonly ConcurrentDictionary<TypeInfo, Func<PageContext, ViewContext, object>> made = [];

        public Func<PageContext, ViewContext, object> CreatePageFactory(CompiledPageActionDescriptor descriptor) =>
            made.GetOrAdd(descriptor.PageTypeInfo, _ => inner.CreatePageFactory(descriptor));

        public Action<PageContext, ViewContext, object>? CreatePageDisposer(CompiledPageActionDescriptor descriptor) => inner.CreatePageDisposer(descriptor);

        public Func<PageContext, ViewContext, object, ValueTask>? CreateAsyncPageDisposer(CompiledPageActionDescriptor descriptor) => inner.CreateAsyncPageDisposer(descriptor);
    }

    private sealed class ModelFactories(IPageModelFactoryProvider inner) : IPageModelFactoryProvider
    {
        private readonly ConcurrentDictionary<TypeInfo, Func<PageContext, object>?> made = [];

        public Func<PageContext, object>? CreateModelFactory(CompiledPageActionDescriptor descriptor) =>
            made.GetOrAdd(descriptor.ModelTypeInfo ?? descriptor.PageTypeInfo, _ => inner.CreateModelFactory(descriptor));

        public Action<PageContext, object>? CreateModelDisposer(CompiledPageActionDescriptor descriptor) => inner.CreateModelDisposer(descriptor);

        public Func<PageContext, object, ValueTask>? CreateAsyncModelDisposer(CompiledPageActionDescriptor descriptor) => inner.CreateAsyncModelDisposer(descriptor);
    }
}
