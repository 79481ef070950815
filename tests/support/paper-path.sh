#!/bin/sh
# Stands for the paper path of a printer: what ippeveprinter runs for each job, and, as a backend of
# cupsd, the printer on the cable. README.md says how it is told to behave.
# SPDX-License-Identifier: GPL-3.0-or-later
folder='@FOLDER@'

# cupsd asks each backend for the devices that it finds.
if [ $# -eq 0 ]; then
  echo 'direct usb://Paper/Path "Paper Path" "Paper Path"'
  exit 0
fi

# ippeveprinter gives the document alone; cupsd gives a job, user, title, copies, options, document.
if [ $# -ge 5 ]; then
  name=$3
  document=$6
else
  name=$IPP_JOB_NAME
  document=$1
fi

echo $$ > "$folder/at-work"
cp "$document" "$folder/.taken" && mv "$folder/.taken" "$folder/began/$name"
document_number=$(find "$folder/began" -type f | wc -l)
pages=$(qpdf --show-npages "$document" 2> /dev/null)

# A word, after how many sheets it counts, and which of all documents it means (0: every one).
look () {
  word=print
  read -r word after which < "$folder/behaviour"
  after=${after:-0}
  [ "${which:-0}" -eq 0 ] || [ "$which" -eq "$document_number" ] || word=print
}

drop () {
  echo "$name $*" >> "$folder/tray"
}

# The fault stays until the printer is told otherwise.
wait_for_somebody () {
  fault=$word
  [ "$fault" = media-jam ] && drop $((page + 1)) wrecked
  echo "STATE: +$fault" >&2
  while [ "$word" = "$fault" ]; do
    sleep 0.02
    look
  done
  echo "STATE: -$fault" >&2
}

# All sheets of the document; fails when the printer gives up, and for one that says it printed
# although it did not.
feed () {
  page=0
  while [ "$page" -lt "${pages:-1}" ]; do
    look
    if [ "$page" -ge "$after" ]; then
      case $word in
        hold) sleep 0.02; continue ;;
        fail) exit 1 ;;
        lose) exit 0 ;;
        print | slow | twice) ;;
        *) wait_for_somebody; continue ;;
      esac
    fi
    [ "$word" = slow ] && sleep 0.1
    page=$((page + 1))
    drop "$page"
  done
}

feed
[ "$word" = twice ] && feed
cp "$document" "$folder/.taken" && mv "$folder/.taken" "$folder/received/$name.pdf"
rm "$folder/at-work"
