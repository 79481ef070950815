/* The print room: designated printers, numbers reserved first, one job a copy, and what became of
 * each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-print-gate.h"
#include "msk-print-run.h"
#include "msk-session.h"
#include "msk-spoilage.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_PRINTER_FOLDER, /* a private folder of PDFs, for a demonstration or a venue without a printer
                       */
  MSK_PRINTER_CUPS,
} MskPrinterKind;

typedef struct
{
  char *name; /* what staff call it */
  MskPrinterKind kind;
  char *target; /* the CUPS queue, or the folder */
  char *place;  /* the designated place (M6) */
} MskDesignatedPrinter;

void msk_designated_printer_free (MskDesignatedPrinter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskDesignatedPrinter, msk_designated_printer_free)

/* Puts a printer on the list of designated printers. A folder's target may be NULL for the papers
 * folder of the session. Fails with MSK_INPUT_ERROR_BAD_VALUE, MSK_RULE_ERROR_EXISTS. */
gboolean msk_print_desk_designate (MskSession *session,
                                   const char *name,
                                   MskPrinterKind kind,
                                   const char *target,
                                   const char *place,
                                   GError **error);
gboolean msk_print_desk_withdraw (MskSession *session, const char *name, GError **error);

/* Of MskDesignatedPrinter. */
GPtrArray *msk_print_desk_list_printers (MskSession *session,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reserves the next count numbers for a paper, before anything is printed; numbers are unique in
 * the meeting and never used twice (M7). Each belongs to one approval, the oldest with room.
 * Returns the first, or 0 with MSK_RULE_ERROR_PAPER_NOT_APPROVED or _BEYOND_APPROVAL. */
guint msk_print_desk_reserve (MskSession *session, gint64 paper_id, guint count, GError **error);

typedef struct
{
  guint printed;
  guint uncertain;
  guint left;     /* still reserved, not sent */
  gint64 run_id;  /* under which its sheets are counted; 0 when nothing was sent */
  MskSpool spool; /* what was found in the printing system at the end */
} MskPrintResult;

/* Called on the main thread after each copy. */
typedef void (*MskPrintProgress) (guint number, guint done, guint total, gpointer user_data);

/* Called on the main thread when somebody has to see to the printer, and, with "", when it goes on.
 * Not a fault of the run: it waits. */
typedef void (*MskPrintWaits) (const char *reason, gpointer user_data);

/* What somebody who waits for a run may have. Each may be NULL. */
typedef struct
{
  MskPrintProgress progress;
  MskPrintWaits waits;
  gpointer user_data; /* of both */
  MskPrintGate *gate; /* shut, the run waits between two copies */
} MskPrintWatch;

/* Prints every reserved copy of a paper, or for paper_id 0 of all papers, person by person in the
 * order of the issue plan so that packs come out ready, whose approval allows the printer's place
 * (M6), one job a copy, at most one in flight, the next one stamped meanwhile; stops at the first
 * trouble. Checks the printer before the first sheet, and after the last one that nothing is left
 * in the printing system, which becomes part of the register. The result counts what happened also
 * when finish returns FALSE: then error says why it stopped, as msk_printer_check() and
 * msk_printer_print() do, or with MSK_RULE_ERROR_PRINTER_NOT_DESIGNATED,
 * MSK_RULE_ERROR_NOTHING_TO_PRINT or MSK_RULE_ERROR_PLACE_NOT_APPROVED (numbers wait, and none may
 * be printed there). watch may be NULL. */
void msk_print_desk_print_async (MskSession *session,
                                 gint64 paper_id,
                                 const char *printer,
                                 const MskPrintWatch *watch,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean msk_print_desk_print_finish (MskSession *session,
                                      GAsyncResult *answer,
                                      MskPrintResult *result,
                                      GError **error);

/* The sheets of a copy were looked at (or its tag scanned, see MskScanDesk) and are good: it goes
 * into store. Fails with MSK_RULE_ERROR_ALREADY_GOOD, MSK_RULE_ERROR_COPY_NOT_GOOD (nothing was
 * printed), _COPY_SPOILED, _COPY_VOID, MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_print_desk_confirm (MskSession *session, guint number, GError **error);

/* The sheets came out wrong: they go into the register of spoiled sheets and wait for destruction
 * (C3). sheets: how many there are, 0 for a whole copy. Needs a reason. Fails with
 * MSK_RULE_ERROR_COPY_NOT_GOOD, _COPY_SPOILED, _ALREADY_ISSUED, MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_print_desk_spoil (MskSession *session,
                               guint number,
                               guint sheets,
                               const char *reason,
                               GError **error);

/* A set of sheets too many has the number: the copy came twice, or came though it was given up. The
 * set goes into the register of spoiled sheets; a number that was given up becomes spoiled. Always
 * an alarm. Needs a reason. Returns the set's number in the register, or 0 as the above. */
gint64 msk_print_desk_twice (MskSession *session,
                             guint number,
                             guint sheets,
                             const char *reason,
                             GError **error);

/* Nothing came out although the copy was sent to the printer, whatever the printer says of it. It
 * waits for a second person's word, since whoever could give it up alone could take the sheets; and
 * nobody gives it up while the printing system may still print it. Needs a reason. Fails with
 * MSK_RULE_ERROR_ALREADY_DECIDED, and agreeing with _PRINTING_NOT_SETTLED too. */
gboolean msk_print_desk_never (MskSession *session,
                               guint number,
                               const char *reason,
                               GError **error);
gboolean msk_print_desk_agree_never (MskSession *session, guint number, GError **error);

/* Nothing was sent to the printer, and nothing will be: the number is given up. Needs a reason.
 * Fails with MSK_RULE_ERROR_ALREADY_GOOD (sheets exist or may). */
gboolean msk_print_desk_void (MskSession *session,
                              guint number,
                              const char *reason,
                              GError **error);

/* A new attempt for a spoiled or void copy under the same number, with a new tag. Spoiled sheets
 * stay in their register under the old one (C3). Fails with MSK_RULE_ERROR_ALREADY_GOOD,
 * _COPY_RECALLED, _BEYOND_APPROVAL, and for a copy of a copy as its parent does. */
gboolean msk_print_desk_reprint (MskSession *session, guint number, GError **error);

/* The register of spoiled sheets: of MskSpoilage, in the order they were registered. */
GPtrArray *msk_print_desk_list_spoiled (MskSession *session,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskCopy, by number; of one paper, or of all for paper_id 0. */
GPtrArray *msk_print_desk_list_copies (MskSession *session,
                                       gint64 paper_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskCopy *msk_print_desk_get_copy (MskSession *session,
                                  guint number,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The code on a page of the copy's newest attempt, as a scanner would read it. For the
 * demonstration and the tests, which have no scanner: a clerk who could ask for codes could scan
 * paper that is not there, so neither the window nor the terminal offers it. */
char *msk_print_desk_dup_code (MskSession *session, guint number, guint page, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
