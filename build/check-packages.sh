#!/usr/bin/env bash
# Packs all packages into artifacts/packages and checks what a user would get: contents, licence, symbols, no paths of this machine, and
# the tool, installed from there and started.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." >/dev/null

root=$PWD
packages=$root/artifacts/packages
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
problems=0

problem() {
    echo "$*"
    problems=$((problems + 1))
}

# Built apart: an incremental build does not notice that CI=true wants other paths in the symbols than the build before.
rm -rf "$packages"
CI=true dotnet pack CampaignKit.sln -c Release --nologo -v quiet -warnaserror -o "$packages" \
    -p:ArtifactsPath="$root/artifacts/shipped" -p:UseSharedCompilation=true
dotnet msbuild build/unpack.proj --nologo -v:quiet -p:From="$packages" -p:Into="$work"

for project in src/*/*.csproj; do
    name=$(basename "$project" .csproj)
    package=$(find "$work" -maxdepth 1 -name "$name.[0-9]*.nupkg")
    symbols=$(find "$work" -maxdepth 1 -name "$name.[0-9]*.snupkg")
    if [[ -z $package || -z $symbols ]]; then
        problem "$name: no package, or none with symbols"
        continue
    fi
    for file in README.md icon.png; do
        [[ -f $package/$file ]] || problem "$name: no $file"
    done
    [[ -n $(find "$package" -name "$name.xml") ]] || problem "$name: no documentation $name.xml"
    [[ -n $(find "$symbols" -name "$name.pdb") ]] || problem "$name: no symbols $name.pdb"
    grep -qF '<license type="expression">MIT</license>' "$package/$name.nuspec" || problem "$name: the licence is not MIT"
done

local_paths=(-e "$root/")
origin=$(git remote get-url origin 2>/dev/null || true)
if [[ $origin == /* || $origin == file:* ]]; then
    local_paths+=(-e "${origin#file://}")
fi
while read -r file; do
    problem "${file#"$work/"}: holds a path of this machine"
done < <(grep -rlaF "${local_paths[@]}" "$work" || true)

cat >"$work/nuget.config" <<TEXT
<configuration>
  <packageSources>
    <clear />
    <add key="local" value="$packages" />
  </packageSources>
</configuration>
TEXT
version=$(basename "$packages"/CampaignKit.Tool.*.nupkg .nupkg)
version=${version#CampaignKit.Tool.}
dotnet tool install CampaignKit.Tool --version "$version" --tool-path "$work/tool" --configfile "$work/nuget.config"
said=$("$work/tool/campaignkit" --version) || problem "campaignkit --version: exit code $?"
[[ $said == "$version"* ]] || problem "campaignkit --version: $said, not $version"
"$work/tool/campaignkit" --help >/dev/null || problem "campaignkit --help: exit code $?"

((problems == 0))
