/* Why a print job ended otherwise than it should, and what to do then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-printer.h"

G_BEGIN_DECLS

/* Why the watch over a job ended. */
typedef enum
{
  MSK_CUPS_CAUSE_COMPLETED,
  MSK_CUPS_CAUSE_GIVEN_UP,
  MSK_CUPS_CAUSE_CANCELLED_BY_OTHERS,
  MSK_CUPS_CAUSE_CANCELLED_BY_US,
  MSK_CUPS_CAUSE_STOPPED,
  MSK_CUPS_CAUSE_STALLED,
  MSK_CUPS_CAUSE_INTERRUPTED,
  MSK_CUPS_CAUSE_LOST,
  MSK_CUPS_CAUSE_NOT_TAKEN,
  MSK_CUPS_CAUSE_END_UNKNOWN,
  MSK_CUPS_CAUSE_TRACES_LEFT,
  MSK_CUPS_N_CAUSES
} MskCupsCause;

/* For an outcome other than MSK_PRINT_OUTCOME_PRINTED. command removes what is left of the job, or
 * is NULL; detail is what libcups said, or NULL. */
void msk_cups_cause_set_error (MskCupsCause cause,
                               MskPrintOutcome outcome,
                               const char *command,
                               const char *detail,
                               GError **error);

G_END_DECLS
