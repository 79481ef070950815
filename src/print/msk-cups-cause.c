/* Why a print job ended otherwise than it should, and what to do then.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-cause.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

/* What to say: one sentence, and the next step depends on whether paper may have come. A place is
 * empty where the rules below never lead: what was lost, and what ended somehow, may always have
 * printed. */
static const struct
{
  int code;
  const char *not_sent;
  const char *uncertain;
} texts[MSK_CUPS_N_CAUSES] = {
  [MSK_CUPS_CAUSE_GIVEN_UP] = { MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                                N_ ("The printer gave this print job up before it began; clear the "
                                    "fault it shows and print it again."),
                                N_ ("The printer gave this print job up in the middle; collect its "
                                    "sheets from the tray and say whether they are good.") },
  [MSK_CUPS_CAUSE_CANCELLED_BY_OTHERS] = { MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                                           N_ ("This print job was cancelled, at the printer or by "
                                               "somebody else, before it began; find out why and "
                                               "print it again."),
                                           N_ ("This print job was cancelled in the middle, at the "
                                               "printer or by somebody else; collect its sheets "
                                               "from the tray and say whether they are good.") },
  [MSK_CUPS_CAUSE_CANCELLED_BY_US] = { MSK_SYSTEM_ERROR_CANCELLED,
                                       N_ ("Printing was cancelled before this print job began; "
                                           "print it again when it is wanted."),
                                       N_ ("Printing was cancelled in the middle of this print "
                                           "job; collect its sheets from the tray and say whether "
                                           "they are good.") },
  [MSK_CUPS_CAUSE_STOPPED] = { MSK_SYSTEM_ERROR_PRINTER_STOPPED,
                               N_ ("The queue was stopped before this print job began; start it "
                                   "with cupsenable and print it again."),
                               N_ ("The queue was stopped in the middle of this print job; collect "
                                   "its sheets from the tray and say whether they are good, then "
                                   "start the queue with cupsenable.") },
  [MSK_CUPS_CAUSE_STALLED] = { MSK_SYSTEM_ERROR_PRINTER_STOPPED,
                               N_ ("The printer did not begin this print job for too long; look "
                                   "what it shows (paper, cover, toner) and print it again."),
                               N_ ("The printer stood still for too long; look what it shows "
                                   "(paper, cover, toner), collect its sheets from the tray and "
                                   "say whether they are good.") },
  [MSK_CUPS_CAUSE_INTERRUPTED] = { MSK_SYSTEM_ERROR_PRINTER_LOST,
                                   N_ ("The printing system began this print job anew and was "
                                       "stopped; print it again."),
                                   N_ ("The printing system was restarted in the middle of this "
                                       "print job, so sheets may have come twice; collect them all "
                                       "from the tray and say whether they are good.") },
  [MSK_CUPS_CAUSE_LOST] = { MSK_SYSTEM_ERROR_PRINTER_LOST, NULL,
                            N_ ("The printing system lost sight of this print job; wait until the "
                                "printer is quiet, collect its sheets from the tray and say "
                                "whether they are good.") },
  [MSK_CUPS_CAUSE_NOT_TAKEN] = { MSK_SYSTEM_ERROR_PRINTER_REFUSED,
                                 N_ ("The printing system did not take the document; make sure "
                                     "that its disk is not full and print it again."),
                                 N_ ("The printing system did not say whether it took the "
                                     "document; collect any sheets from the tray and say whether "
                                     "they are good.") },
  [MSK_CUPS_CAUSE_END_UNKNOWN] = { MSK_SYSTEM_ERROR_PRINTER_LOST, NULL,
                                   N_ ("The printer did not say how this print job ended; count "
                                       "its sheets in the tray and say whether they are good.") },
};

void
msk_cups_cause_set_error (MskCupsCause cause,
                          MskPrintOutcome outcome,
                          const char *command,
                          const char *detail,
                          GError **error)
{
  const char *text =
      outcome == MSK_PRINT_OUTCOME_NOT_SENT ? texts[cause].not_sent : texts[cause].uncertain;

  if (cause == MSK_CUPS_CAUSE_TRACES_LEFT)
    g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PRINTER_UNSAFE,
                 _ ("This was printed, but its document stayed in the printing system; confirm it "
                    "and run: %s"),
                 command);
  else if (command != NULL)
    /* TRANSLATORS: the first part is a whole sentence, the second a command. */
    g_set_error (error, MSK_SYSTEM_ERROR, texts[cause].code,
                 _ ("%s Its document may still lie in the printing system; run: %s"), _ (text),
                 command);
  else if (detail != NULL && detail[0] != '\0')
    g_set_error (error, MSK_SYSTEM_ERROR, texts[cause].code, "%s (%s)", _ (text), detail);
  else
    g_set_error_literal (error, MSK_SYSTEM_ERROR, texts[cause].code, _ (text));
}
