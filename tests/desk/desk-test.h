/* What the tests of the desk share: a meeting that is ready, and the people who work in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-approval-desk.h"
#include "msk-badge-desk.h"
#include "msk-briefing-desk.h"
#include "msk-count-desk.h"
#include "msk-door-desk.h"
#include "msk-import-desk.h"
#include "msk-ledger-desk.h"
#include "msk-meeting-desk.h"
#include "msk-paper-desk.h"
#include "msk-plan-desk.h"
#include "msk-print-desk.h"
#include "msk-report-desk.h"
#include "msk-room-desk.h"
#include "msk-roster-export.h"
#include "msk-roster.h"
#include "msk-scan-desk.h"
#include "msk-seal-desk.h"
#include "msk-sweep-desk.h"
#include "msk-user-desk.h"
#include "msk-vetting-desk.h"

G_BEGIN_DECLS

#define DESK_TEST_PASSPHRASE "correct horse battery"
#define DESK_TEST_NOW G_GINT64_CONSTANT (1800000000)
#define DESK_TEST_PRINTER "文印室"

/* The people on the list, by what is the matter with them. All but the last are on the sealed list.
 */
enum
{
  PERSON_FIRST = 1, /* delegate, cleared for everything, as those that have no name here */
  PERSON_SECOND,
  PERSON_THIRD,
  PERSON_UNCLEARED,     /* cleared for Confidential only */
  PERSON_OUTSIDE_SCOPE, /* of the press */
  PERSON_REJECTED,
  PERSON_LAST_SEALED = 12,
  PERSON_UNSEALED, /* approved, on a list that is not sealed */
};

/* The papers: Secret and not for the press, and Confidential and for all. Twelve copies are
 * approved of each, ten numbers of each are reserved and printed; the first eight are good. */
enum
{
  PAPER_SECRET = 1,
  PAPER_CONFIDENTIAL,
};

#define APPROVED 12
#define GOOD 8
#define RESERVED 10
#define PAPER_PAGES 3

#define COPY_GOOD 1        /* to 8, of the Secret paper */
#define COPY_UNCHECKED 9   /* and 10: printed, not looked at */
#define OTHER_COPY_GOOD 11 /* to 18, of the Confidential paper */
#define OTHER_COPY_UNCHECKED 19

typedef struct
{
  MskSession *session; /* NULL: nobody has signed in */
  MskScanDesk *desk;   /* of the session, or NULL */
} DeskTest;

/* Where the program's folder is made: NULL for memory where there is some, since thousands of
 * commits are made here. To be set before the start. */
extern const char *desk_test_place;

void desk_test_start (int *argc, char ***argv);

/* Runs the tests and removes what the program made. */
int desk_test_run (void);

/* A case begins with its own copy of the meeting and the clerk signed in; the same with everybody
 * on a sealed list in the room; that with nobody signed in; or an empty vault that only has its
 * accounts. */
void desk_test_set_up (DeskTest *self, gconstpointer unused);
void desk_test_set_up_inside (DeskTest *self, gconstpointer unused);
void desk_test_set_up_signed_out (DeskTest *self, gconstpointer unused);
void desk_test_set_up_no_meeting (DeskTest *self, gconstpointer unused);
void desk_test_tear_down (DeskTest *self, gconstpointer unused);

/* Where the vault of the case and the papers lie. Static. */
const char *desk_test_get_vault (void);
const char *desk_test_get_papers (void);
const char *desk_test_get_user (MskRole role);

/* Somebody to hand the desk over to. Leaves the first clerk signed in. */
#define DESK_TEST_SECOND_CLERK "clerk2"
void desk_test_add_second_clerk (DeskTest *self);

/* Signs in as the person who has the role, in place of whoever was; the second opens no meeting. */
void desk_test_sign_in (DeskTest *self, MskRole role);
void desk_test_sign_in_only (DeskTest *self, MskRole role);
void desk_test_sign_out (DeskTest *self);

/* The responsible leader has opened the meeting, and everybody on a sealed list was briefed, has
 * pledged and acknowledged the notice, the press its undertaking. Signs in as the clerk. */
void desk_test_open_doors (DeskTest *self);

/* Everybody takes note of every text in force that they owe, as the clerk who is signed in. */
void desk_test_acknowledge_all (DeskTest *self);

/* A new version of a text, with one more line, is in force. Signs in as the clerk. */
void desk_test_change_text (DeskTest *self, MskTextKind kind);

/* With open doors, as the clerk: one comes in, or everybody who is on a sealed list does. */
void desk_test_admit (DeskTest *self, gint64 person);
void desk_test_fill_room (DeskTest *self);

/* One goes out, with a reason where the security officer is signed in and they hold something; or
 * everybody does. The second signs in as the security officer. */
void desk_test_let_out (DeskTest *self, gint64 person);
void desk_test_empty_room (DeskTest *self);

/* Every mandatory line of the check of the venue is recorded, by whoever is signed in. */
void desk_test_check_venue (DeskTest *self);

/* Two have counted what lies there after the sweep, as the register has it. Signs in as the
 * security officer. */
void desk_test_count_blind (DeskTest *self);

/* The time, which stands still unless moved. */
extern gint64 desk_test_now;

/* Of the open meeting's ledger; of the appliance's. */
gint64 desk_test_count_entries (DeskTest *self);
gint64 desk_test_count_appliance_entries (DeskTest *self);

/* A scan at a desk in this mode, kept from call to call. The first gives the verdict, the second
 * also checks its code and that the balances hold, and the third that nothing in the register
 * changed but the ledger, which grew by as many entries. */
MskVerdict *desk_test_scan (DeskTest *self,
                            MskScanMode mode,
                            const char *code) G_GNUC_WARN_UNUSED_RESULT;
void desk_test_expect (DeskTest *self, MskScanMode mode, const char *scan, const char *code);
void desk_test_refuse (DeskTest *self,
                       MskScanMode mode,
                       const char *scan,
                       const char *code,
                       guint entries);

/* What the scanner reads on a copy's page, and on a badge. */
char *desk_test_dup_copy_code (DeskTest *self, guint number, guint page) G_GNUC_WARN_UNUSED_RESULT;
char *desk_test_dup_badge_code (DeskTest *self, gint64 person) G_GNUC_WARN_UNUSED_RESULT;

/* Every copy as the register has it, a line each: number, state, attempt, serial, holder, time of
 * issue. */
char *desk_test_describe_register (DeskTest *self) G_GNUC_WARN_UNUSED_RESULT;

/* The state of a copy as the register has it. */
MskCopyState desk_test_get_state (DeskTest *self, guint number);

/* Issues by hand, and expects that it works. */
void desk_test_issue (DeskTest *self, gint64 person, guint number);

/* Gives a person a seat, and plans a copy for a person, as who is signed in; expects that it works.
 */
void desk_test_seat (DeskTest *self, gint64 person, const char *place);
void desk_test_plan (DeskTest *self, guint number, gint64 person);

/* What was tried was refused by this rule (MskRuleError). Clears the error. */
void desk_test_assert_rule (gboolean done, GError **error, int code);

/* The balance of each paper and of the meeting holds. */
void desk_test_assert_balance (DeskTest *self);

/* Somebody signs the sweep beside who is signed in. */
gboolean desk_test_sign_sweep_as (DeskTest *self,
                                  const char *user,
                                  const char *passphrase,
                                  GError **error);

/* Prints what is reserved and waits for it; the second on another designated printer. */
gboolean desk_test_print (DeskTest *self,
                          gint64 paper_id,
                          MskPrintResult *result,
                          GCancellable *cancellable,
                          GError **error);
gboolean desk_test_print_on (DeskTest *self,
                             gint64 paper_id,
                             const char *printer,
                             MskPrintResult *result,
                             GCancellable *cancellable,
                             GError **error);

/* A PDF of the worker's tests. */
GBytes *desk_test_load_pdf (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Reserves numbers of the Secret paper, beyond what was approved before, and makes all of them good
 * without printing; the first. The second the same of any paper. */
guint desk_test_add_good_copies (DeskTest *self, guint count);
guint desk_test_add_good_copies_of (DeskTest *self, gint64 paper_id, guint count);

/* Asks for leave to copy as the organiser, gets it, and leaves the leader signed in; the request's
 * id. place may be NULL. */
gint64 desk_test_approve (DeskTest *self, gint64 paper_id, guint copies, const char *place);

/* SQL with the right key on the open meeting's file, as somebody who has it could run it. */
void desk_test_sql (DeskTest *self, const char *sql);

/* The same, and the register itself refuses it. */
void desk_test_sql_refused (DeskTest *self, const char *sql);

/* Has a copy that is printed or under way given up by clerk and officer, as after a printer that
 * was lost: the attempt is uncertain first. The clerk is signed in afterwards. */
void desk_test_give_up (DeskTest *test, guint number);

G_END_DECLS
