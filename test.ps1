# Runs the tests: builds with warnings as errors, tests. Arguments go to dotnet test,
# e.g. .\test.ps1 --filter FullyQualifiedName~Evaluation
# For Windows PowerShell 5.1 and later; test.sh is the same for Linux and macOS.
Push-Location -LiteralPath $PSScriptRoot
try {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine('test: the .NET SDK 10 is missing: see https://dotnet.microsoft.com/download')
        exit 1
    }

    Write-Host 'test: tests in a browser need Chromium at /usr/bin/chromium, those on PostgreSQL its server programs, some others a Unix'
    Write-Host 'test: shell: ./setup.sh --tests installs them on Debian. Without a browser: --filter FullyQualifiedName!~Browser'

    dotnet build PneumoniaML.sln -c Release --nologo -v quiet -warnaserror
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

    dotnet test Pneumonia.Tests -c Release --no-build --nologo --logger 'console;verbosity=minimal' $args
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
