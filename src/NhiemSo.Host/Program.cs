using NhiemSo.Host.CommandLine;

return await Root.RunAsync(args);
