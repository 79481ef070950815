/* How the characters of a list of attendees are written in its file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_LIST_ENCODING_AUTOMATIC, /* found out from the bytes */
  MSK_LIST_ENCODING_UTF_8,
  MSK_LIST_ENCODING_UTF_16_LE,
  MSK_LIST_ENCODING_UTF_16_BE,
  MSK_LIST_ENCODING_GB18030, /* GBK and GB2312 are parts of it */
} MskListEncoding;

#define MSK_LIST_N_ENCODINGS 5

/* For the screen: "GB18030", "UTF-16 LE". Static text. */
const char *msk_list_encoding_get_label (MskListEncoding encoding);

G_END_DECLS
