/* Receipts (R1): what was given to or taken back from whom, and who signed for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-level.h"
#include "msk-signature.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_RECEIPT_ISSUE,
  MSK_RECEIPT_RETURN,
} MskReceiptKind;

typedef enum
{
  MSK_RECEIPT_WAY_SCREEN, /* strokes are in the register */
  MSK_RECEIPT_WAY_PAPER,  /* the printed receipt lies in the folder */
} MskReceiptWay;

/* How receipts are asked for in a meeting. */
typedef enum
{
  MSK_SIGNING_NONE,
  MSK_SIGNING_SCREEN,
  MSK_SIGNING_PRINTED,
} MskSigning;

/* One change of custody that somebody signs for. */
#define MSK_TYPE_RECEIPT_LINE (msk_receipt_line_get_type ())
G_DECLARE_FINAL_TYPE (MskReceiptLine, msk_receipt_line, MSK, RECEIPT_LINE, GObject)

struct _MskReceiptLine
{
  GObject parent_instance;

  MskReceiptKind kind;
  gint64 movement_id; /* of a copy, or of a carrier when carrier is not 0 */
  guint number;       /* of the copy, or 0 */
  guint carrier;      /* of the carrier, or 0 */
  char *name;         /* the paper's document number, or what the carrier is */
  MskLevel level;
  guint pages; /* or sheets; 0 for what has none */
  gint64 attendee_id;
  char *person;
  char *unit;
  gint64 at;
  char *user;         /* who gave it out or took it */
  gint64 printed_on;  /* the newest receipt that was printed for it and not signed, or 0 */
  gboolean is_undone; /* by an entry after it */
  gint64 signed_on;   /* the receipt by which it is signed for, or 0 */
};

MskReceiptLine *msk_receipt_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* "000014", or "carrier 0003". The caller owns it. */
char *msk_receipt_line_dup_number (MskReceiptLine *self) G_GNUC_WARN_UNUSED_RESULT;

/* What one person has not signed for yet, of one kind. */
#define MSK_TYPE_UNSIGNED (msk_unsigned_get_type ())
G_DECLARE_FINAL_TYPE (MskUnsigned, msk_unsigned, MSK, UNSIGNED, GObject)

struct _MskUnsigned
{
  GObject parent_instance;

  MskReceiptKind kind;
  gint64 attendee_id;
  char *person;
  char *unit;
  gint64 since;
  gint64 printed_on; /* the newest receipt that lists something of it, or 0 */
  GPtrArray *lines;  /* of MskReceiptLine, in order */
};

/* From lines that lie together by person and kind: of MskUnsigned. The caller owns it. */
GPtrArray *msk_unsigned_collect (GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* "000014, 000015, carrier 0003". The caller owns it. */
char *msk_receipt_lines_dup_numbers (GPtrArray *lines) G_GNUC_WARN_UNUSED_RESULT;

#define MSK_TYPE_RECEIPT (msk_receipt_get_type ())
G_DECLARE_FINAL_TYPE (MskReceipt, msk_receipt, MSK, RECEIPT, GObject)

struct _MskReceipt
{
  GObject parent_instance;

  gint64 number;
  MskReceiptKind kind;
  gint64 attendee_id; /* the addressee */
  char *person;
  char *unit;
  gint64 made_at;
  char *made_by;
  gboolean is_signed;
  MskReceiptWay way;
  gint64 signer_id; /* or 0 */
  char *signer;     /* their name, or "" */
  char *reference;  /* of the designation under which they signed for the addressee, or "" */
  gint64 signed_at;
  char *entered_by;        /* the clerk, or "" */
  MskSignature *signature; /* or NULL */
  GPtrArray *lines;        /* of MskReceiptLine */
};

MskReceipt *msk_receipt_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* It is not signed, and something that it lists was undone or signed for otherwise. */
gboolean msk_receipt_is_outdated (MskReceipt *self);

/* How it stands, in the user's language. Static text. */
const char *msk_receipt_get_standing (MskReceipt *self);

/* In the user's language. Static text. */
const char *msk_receipt_kind_get_label (MskReceiptKind kind);
const char *msk_receipt_way_get_label (MskReceiptWay way);
const char *msk_signing_get_label (MskSigning signing);

/* Somebody whom the responsible leader designated to sign and collect for an addressee (R1). */
#define MSK_TYPE_DESIGNATION (msk_designation_get_type ())
G_DECLARE_FINAL_TYPE (MskDesignation, msk_designation, MSK, DESIGNATION, GObject)

struct _MskDesignation
{
  GObject parent_instance;

  gint64 id;
  gint64 attendee_id;
  char *person;
  gint64 collector_id;
  char *collector;
  char *collector_unit;
  char *reference; /* of the leader's decision */
  gint64 granted_at;
  char *granted_by;
  gint64 ended_at;        /* 0 while it stands */
  char *ended_by;         /* or "" */
  gboolean without_force; /* whoever signs was withdrawn or replaced since */
};

MskDesignation *msk_designation_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* R1: the addressee signs, or who was designated for them. Fails with
 * MSK_RULE_ERROR_NOT_DESIGNATED. */
gboolean msk_receipt_check_signer (MskAttendee *addressee,
                                   MskAttendee *signer,
                                   gboolean is_designated,
                                   GError **error);

/* Whoever carries the papers of somebody else is cleared for them. Fails with
 * MSK_RULE_ERROR_CLEARANCE_TOO_LOW. */
gboolean msk_receipt_check_collector (MskAttendee *collector, GPtrArray *lines, GError **error);

G_END_DECLS
