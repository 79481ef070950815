/* What the desk with the scanner does with spoiled sheets and sets too many (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-scan-desk.h"
#include "msk-tag.h"

G_BEGIN_DECLS

/* The sheets came out wrong. Fails as msk_print_desk_spoil(). The caller owns the verdict. */
MskVerdict *msk_scan_spoiled_spoil (MskSession *session,
                                    MskCopy *copy,
                                    guint page,
                                    const char *reason,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A set too many of the attempt that the tag names: in the register afterwards, and an alarm
 * nevertheless. Fails as msk_print_desk_twice(). The caller owns the verdict. */
MskVerdict *msk_scan_spoiled_twice (MskSession *session,
                                    MskCopy *copy,
                                    const MskTag *tag,
                                    const char *reason,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Spoiled sheets whose number was printed anew, met in the sweep: they are looked for by
 * themselves. NULL without an error when the sweep does not expect them. The caller owns the
 * verdict. */
MskVerdict *msk_scan_spoiled_see (MskSession *session,
                                  MskCopy *copy,
                                  const MskTag *tag,
                                  MskMeasureArea zone,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
