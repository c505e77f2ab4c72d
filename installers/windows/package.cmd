@echo off
rem Makes an msi and a zip of the program in target\gangway, on Windows, with a JDK 25 (JAVA_HOME) and WiX 3 or newer.
rem   GANGWAY_VERSION   three numbers; without it that of the program
rem Signing: installers\sign with GANGWAY_SIGNTOOL_SHA1. Unattended: msiexec /i Gangway-VERSION.msi /qn
rem Never run by us on Windows: written by the manual of jpackage and checked on Linux as far as that goes.
setlocal enabledelayedexpansion
cd /d "%~dp0..\.."

if not defined GANGWAY_VERSION (
    for /f "tokens=2 delims==" %%v in ('findstr /b /c:"-Dgangway.version=" target\gangway\lib\options') do set "GANGWAY_VERSION=%%v"
    set "GANGWAY_VERSION=!GANGWAY_VERSION:-SNAPSHOT=!"
)
for %%j in (target\gangway\lib\gangway-0*.jar target\gangway\lib\gangway-1*.jar) do set "JAR=%%~nxj"
if not exist target\installers mkdir target\installers
rem the start-up archives fit another class path
del /q target\gangway\lib\*.aot 2> nul

"%JAVA_HOME%\bin\jpackage" --type msi @installers\jpackage.options --main-jar "%JAR%" --app-version "%GANGWAY_VERSION%" ^
    --dest target\installers --add-launcher gangway=installers\console.properties ^
    --java-options "-Dgangway.version=%GANGWAY_VERSION%" ^
    --win-per-user-install --win-menu --win-dir-chooser --win-upgrade-uuid 6d0a3a52-8f0d-4f0e-9b54-3f6c1d2e7a11
if errorlevel 1 exit /b 1

rem The program as it is: for a memory stick, and where nothing may be installed.
tar -a -c -f "target\installers\gangway-%GANGWAY_VERSION%.zip" -C target gangway
if errorlevel 1 exit /b 1
for %%f in (target\installers\*.msi target\installers\*.zip) do certutil -hashfile "%%f" SHA256
