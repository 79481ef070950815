/* The job that reads a list of attendees, whatever program saved it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-file-place.h"

G_BEGIN_DECLS

#define MSK_LIST_SIZE_MAX (16 * 1024 * 1024)

/* Before the file: the encoding that it is to be read in (an MskListEncoding) and the sheet of a
 * workbook (from 1; 0: the first that is shown), each a little-endian 32-bit number. */
#define MSK_LIST_WISHES_SIZE 8

/* Loads what reading needs from outside the process: call it before the sandbox is entered. */
gboolean msk_list_reader_load (void);

/* The answer, floating; README.md says what is in it. Fails with MSK_INPUT_ERROR_BAD_VALUE (wishes
 * that are none), _CSV_EMPTY, _CSV_ENCODING, _CSV_SYNTAX, _FILE_TOO_LARGE, _LIST_FOREIGN,
 * _LIST_SHEET or _XLSX_…; place says where, as far as it is known. */
GVariant *msk_list_reader_read (GBytes *input, MskFilePlace *place, GError **error);

G_END_DECLS
