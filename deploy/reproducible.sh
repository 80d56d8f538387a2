#!/bin/sh
# Builds the last commit twice, in two folders, and compares every jar of ours byte by byte. Quarkus gives random names to
# fields of the code that it generates, so of that jar only the names of its classes are compared.
# Usage: deploy/reproducible.sh    Needs git, Maven, a JDK and unzip; takes two builds without tests.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

for build in one another-name; do
  git clone -q "$root" "$work/$build/earlyphase"
  echo "Building in $work/$build"
  (cd "$work/$build/earlyphase" && mvn -B -ntp -q package -DskipTests -pl '!deploy') >"$work/$build.log" 2>&1 \
    || { tail -n 30 "$work/$build.log"; exit 1; }
done

# Ours, not those of others that lie beside them.
ours() {
  (cd "$work/$1/earlyphase" && find . -path '*/target/*.jar' \( -path '*/quarkus-app/app/*' -o -path '*/quarkus-app/quarkus*' \
    -o ! -path '*/target/*/*' \) | sort)
}
ours one >"$work/jars"
[ "$(ours another-name)" = "$(cat "$work/jars")" ] || { echo "FAILED: the builds hold different jars"; exit 1; }

equal=0
different=0
while read -r jar; do
  one=$work/one/earlyphase/$jar
  other=$work/another-name/earlyphase/$jar
  if cmp -s "$one" "$other"; then
    equal=$((equal + 1))
  elif [ "${jar##*/}" = generated-bytecode.jar ] && [ "$(unzip -Z1 "$one")" = "$(unzip -Z1 "$other")" ]; then
    echo "the same classes: $jar"
  else
    different=$((different + 1))
    echo "DIFFERENT: $jar"
  fi
done <"$work/jars"
echo "$equal jars are equal byte by byte, $different differ"
[ "$different" = 0 ]
