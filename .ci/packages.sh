# Part of run: finds out which Debian packages are missing and installs them without a question.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2015

build_packages="meson ninja-build gcc libc6-dev pkg-config gettext libglib2.0-bin libgtk-4-dev libadwaita-1-dev libsodium-dev
  libqpdf-dev libpango1.0-dev libcairo2-dev libqrencode-dev libcups2-dev libcsv-dev libicu-dev libseccomp-dev libgsound-dev
  libarchive-dev libexpat1-dev libxlsxwriter-dev libpoppler-glib-dev poppler-data libfontconfig-dev libfreetype-dev
  libjson-glib-dev fonts-noto-cjk adwaita-icon-theme python3 python3-gi python3-gi-cairo gir1.2-pango-1.0"
test_packages="zbar-tools poppler-utils qpdf cups-daemon cups-client cups-ipp-utils dbus xvfb xauth at-spi2-core python3-pyatspi
  gir1.2-atspi-2.0 libx11-dev libxrandr-dev libxinerama-dev libreoffice-calc-nogui python3-xlib xdotool imagemagick openbox locales desktop-file-utils binutils git"
sqlcipher_package=libsqlcipher-dev
backports_file=/etc/apt/sources.list.d/msk-backports.sources

if [ -r /etc/os-release ]; then
  # shellcheck source=/dev/null
  . /etc/os-release
fi

say ()
{
  printf '%s\n' "run: $*" >&2
}

# Every refusal says what to do next.
refuse ()
{
  say "$@"
  exit 1
}

is_installed ()
{
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

is_version_4 ()
{
  [ -n "$1" ] && [ "$1" != "(none)" ] && dpkg --compare-versions "$1" ge 4
}

has_sqlcipher_4 ()
{
  is_installed "$sqlcipher_package" && is_version_4 "$(dpkg-query -W -f='${Version}' "$sqlcipher_package")"
}

list_missing ()
{
  local package

  for package in "$@"; do
    is_installed "$package" || printf '%s ' "$package"
  done
}

# Debian 12 names the version that holds the project's style; later releases only carry a newer one.
format_package ()
{
  [ "${VERSION_CODENAME:-}" = bookworm ] && echo clang-format-14 || echo clang-format
}

# libFuzzer comes with clang; on Debian 12 with the version whose clang-format holds the style.
fuzz_packages ()
{
  [ "${VERSION_CODENAME:-}" = bookworm ] && echo clang-14 libclang-rt-14-dev || echo clang libclang-rt-dev
}

fuzz_compiler ()
{
  [ "${VERSION_CODENAME:-}" = bookworm ] && echo clang-14 || echo clang
}

as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

check_can_install ()
{
  [ "$(id -u)" -eq 0 ] && return
  command -v sudo >/dev/null ||
    refuse "Packages are missing: $*. There is no sudo here; run \"./run setup\" once as root, then run this again."
  sudo -n true 2>/dev/null ||
    refuse "Packages are missing: $*. sudo would ask for a password; type \"sudo -v\" first, or run \"./run setup\" once as root."
}

apt_install ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" </dev/null >&2 ||
    refuse "apt could not install: $*. Read its message above; without a network, attach a Debian mirror or medium and run this again."
}

apt_update ()
{
  # One broken source of somebody else's must not stop the work: what is really missing shows when installing.
  as_root apt-get update -q </dev/null >&2 || say "apt could not refresh all its lists; trying with what it has."
}

# Prints, as deb822, a backports entry for each of the machine's own entries that carries this release's main component.
# Reads the files named after the codename, in both formats that apt knows.
derive_backports ()
{
  local codename=$1

  shift
  awk -v codename="$codename" '
    function has (list, word,    parts, count, i) {
      count = split (list, parts, /[ \t]+/)
      for (i = 1; i <= count; i++)
        if (parts[i] == word) return 1
      return 0
    }
    # Suites may end in a slash; a medium in the drive has no backports.
    function emit (uris, suites, components, signed_by) {
      if (!has(suites, codename) && !has(suites, codename "/")) return
      if (!has(components, "main") || uris ~ /cdrom:/ || uris in seen) return
      seen[uris] = 1
      printf "%sTypes: deb\nURIs: %s\nSuites: %s-backports\nComponents: main\n", separator, uris, codename
      if (signed_by != "") printf "Signed-By:%s\n", signed_by
      separator = "\n"
    }
    function end_stanza () {
      if (has(field["types"], "deb") && tolower (field["enabled"]) !~ /^(no|false|0|off|without|disable)$/)
        emit(field["uris"], field["suites"], field["components"], field["signed-by"])
      split ("", field)
      name = ""
    }
    FNR == 1 { end_stanza(); one_line = FILENAME !~ /\.sources$/ }
    { sub (/\r$/, "") }
    /^[ \t]*#/ { next }
    one_line && $1 == "deb" {
      options = ""
      line = $0
      sub (/^[ \t]*deb[ \t]+/, "", line)
      if (match (line, /^\[[^]]*\][ \t]*/)) {
        options = substr (line, 1, RLENGTH)
        line = substr (line, RLENGTH + 1)
      }
      sub (/#.*/, "", line)
      signed_by = ""
      if (match (options, /signed-by=[^] \t]*/)) {
        signed_by = " " substr (options, RSTART + 10, RLENGTH - 10)
        gsub (/,/, " ", signed_by)
      }
      components = line
      sub (/^[^ \t]+[ \t]+[^ \t]+[ \t]+/, "", components)
      count = split (line, parts, /[ \t]+/)
      if (count > 2) emit(parts[1], parts[2], components, signed_by)
      next
    }
    one_line { next }
    /^[ \t]*$/ { end_stanza(); next }
    # A key may stand in the file itself, indented over many lines.
    /^[ \t]/ { field[name] = field[name] (name == "signed-by" ? "\n" $0 : " " $0); next }
    match ($0, /^[A-Za-z-]+:/) {
      name = tolower (substr ($0, 1, RLENGTH - 1))
      value = substr ($0, RLENGTH + 1)
      if (name != "signed-by") gsub (/^[ \t]+|[ \t]+$/, "", value)
      field[name] = value
    }
    END { end_stanza() }
  ' "$@" /dev/null
}

list_apt_sources ()
{
  local file

  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && [ "$file" != "$backports_file" ] && printf '%s\n' "$file"
  done
  return 0
}

add_backports ()
{
  local files entry

  mapfile -t files < <(list_apt_sources)
  entry=$(derive_backports "$VERSION_CODENAME" "${files[@]}")
  [ -n "$entry" ] ||
    refuse "SQLCipher 4 is in $VERSION_CODENAME-backports, and apt knows no source for $VERSION_CODENAME to derive that from." \
      "Add a Debian mirror or medium for it to /etc/apt/sources.list.d and run this again."
  say "SQLCipher 4 comes from $VERSION_CODENAME-backports; adding that suite in $backports_file."
  printf '# Written by the Meeting Secrecy Kit: SQLCipher 4 from the source of this machine.\n%s\n' "$entry" |
    as_root tee "$backports_file" >/dev/null
  as_root chmod 644 "$backports_file"
}

install_sqlcipher ()
{
  local candidate newest

  candidate=$(apt-cache policy "$sqlcipher_package" | awk '$1 == "Candidate:" { print $2 }')
  if is_version_4 "$candidate"; then
    apt_install "$sqlcipher_package"
    return
  fi

  newest=$(apt-cache madison "$sqlcipher_package" | awk 'NR == 1 { print $3 }')
  if ! is_version_4 "$newest"; then
    add_backports
    apt_update
    newest=$(apt-cache madison "$sqlcipher_package" | awk 'NR == 1 { print $3 }')
  fi
  is_version_4 "$newest" ||
    refuse "The kit needs SQLCipher 4 ($sqlcipher_package), and apt finds none, not in $VERSION_CODENAME-backports either." \
      "Make that suite reachable (network, mirror or medium) and run this again."
  apt_install "$sqlcipher_package/$VERSION_CODENAME-backports"
}

install_packages ()
{
  local missing

  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    refuse "This set-up knows Debian 12 and newer only. Install the packages named at the top of \"run\" in your system's way," \
      "then build with: meson setup build && ninja -C build"
  missing=$(list_missing "$@")
  has_sqlcipher_4 || missing="$missing$sqlcipher_package"
  missing=${missing% }
  [ -z "$missing" ] && return

  [ "${ID:-}" = debian ] && [ -n "${VERSION_CODENAME:-}" ] ||
    refuse "Packages are missing ($missing), and this is ${PRETTY_NAME:-no known system}, not Debian. Install them yourself, then run this again."
  check_can_install "$missing"
  say "Installing: $missing"
  apt_update
  has_sqlcipher_4 || install_sqlcipher
  missing=$(list_missing "$@")
  # Word splitting is meant: one word a package.
  # shellcheck disable=SC2086
  [ -z "$missing" ] || apt_install $missing
}
