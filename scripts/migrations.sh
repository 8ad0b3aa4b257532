#!/usr/bin/env bash
# Adds a migration of the same name to both providers of both stores: scripts/migrations.sh NAME
set -euo pipefail
cd "$(dirname "$0")/../SrmBlazor"
name=${1:?usage: scripts/migrations.sh NAME}
dotnet tool restore >/dev/null
dotnet build -v q --nologo
add() { dotnet ef migrations add "$name" --no-build --context "$1" --output-dir "$2"; }
add SqliteSrmDbContext Data/Migrations/Sqlite
add PostgresSrmDbContext Data/Migrations/Postgres
add SqliteKeyDbContext PersonalData/Keys/Migrations/Sqlite
add PostgresKeyDbContext PersonalData/Keys/Migrations/Postgres
# the generator writes a byte order mark that the code style refuses
find . -path '*/Migrations/*' -name '*.cs' -exec sed -i '1s/^\xEF\xBB\xBF//' {} +
