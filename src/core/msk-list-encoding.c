/* How the characters of a list of attendees are written in its file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-encoding.h"

#include <glib/gi18n-lib.h>

static const char *const labels[] = {
  [MSK_LIST_ENCODING_AUTOMATIC] = N_ ("found out from the file"),
  [MSK_LIST_ENCODING_UTF_8] = "UTF-8",
  [MSK_LIST_ENCODING_UTF_16_LE] = "UTF-16 LE",
  [MSK_LIST_ENCODING_UTF_16_BE] = "UTF-16 BE",
  [MSK_LIST_ENCODING_GB18030] = "GB18030",
};

const char *
msk_list_encoding_get_label (MskListEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (labels), "");

  return g_dgettext (GETTEXT_PACKAGE, labels[encoding]);
}
