@echo off
rem Starts Gangway: the window without arguments, a command with them.
setlocal
set "GANGWAY_PROGRAM=%~dp0.."
if not exist "%GANGWAY_PROGRAM%\runtime\bin\java.exe" (
    echo There is no Java in "%GANGWAY_PROGRAM%\runtime": unpack the program whole, or install it again. >&2
    exit /b 70
)
"%GANGWAY_PROGRAM%\runtime\bin\java.exe" "@%GANGWAY_PROGRAM%\lib\options" "-Dorg.sqlite.lib.path=%GANGWAY_PROGRAM%\lib" ^
    %GANGWAY_JAVA_OPTIONS% -cp "%GANGWAY_PROGRAM%\lib\*" dev.gangway.app.Main %*
exit /b %ERRORLEVEL%
