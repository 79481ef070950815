/* What the worker sends back: one a{sv} in the byte order of the machine, on standard output.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-file-place.h"

G_BEGIN_DECLS

/* A refusal: the stable name of the error, its text as technical detail, and the place in the file
 * as far as it is known (it may be NULL). The error must be of a domain of the kit. The result is
 * floating. */
GVariant *msk_answer_new_refusal (const GError *error, const MskFilePlace *place);

/* Writes the serialised answer to a file descriptor. Consumes a floating answer. Returns FALSE,
 * with errno set, when the reader has gone. */
gboolean msk_answer_write (GVariant *answer, int fd);

G_END_DECLS
