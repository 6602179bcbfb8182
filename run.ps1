# Starts the web app: builds, serves http://localhost:5080 with the default model. Needs nothing but the .NET SDK.
# Further arguments go to the app, e.g. .\run.ps1 --Model:Path C:\path\to\model.zip --urls http://localhost:8080
# (at a prompt of PowerShell; its own -File takes colons apart: there, set $env:Model__Path first.)
# For Windows PowerShell 5.1 and later; run.sh is the same for Linux and macOS.
Push-Location -LiteralPath $PSScriptRoot
try {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine('run: the .NET SDK 10 is missing: see https://dotnet.microsoft.com/download')
        exit 1
    }

    Write-Host 'building ...'
    dotnet build Pneumonia.Blazor -c Release --nologo -v quiet
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

    dotnet run --project Pneumonia.Blazor -c Release --no-build --no-launch-profile -- $args
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
