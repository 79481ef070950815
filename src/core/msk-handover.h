/* The handover of a place or of somebody's custody (K1, F3): what is counted, and what the count is
 * held against. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-role.h"

G_BEGIN_DECLS

/* What is handed over. */
typedef enum
{
  MSK_HANDOVER_DESK, /* copies and carriers that are in store or came back, devices in deposit */
  MSK_HANDOVER_PRINT_ROOM, /* spoiled sets, and copies that nobody has looked at yet */
  MSK_HANDOVER_CUSTODY,    /* what one person holds, to a named successor */
} MskHandoverPlace;

typedef enum
{
  MSK_HANDOVER_COUNTING, /* blind: nobody is told what is expected */
  MSK_HANDOVER_COMPARED,
  MSK_HANDOVER_DONE,
  MSK_HANDOVER_CANCELLED,
} MskHandoverStage;

typedef enum
{
  MSK_STOCK_COPY,
  MSK_STOCK_SET, /* of spoiled sheets, by the number that staff wrote on it */
  MSK_STOCK_CARRIER,
  MSK_STOCK_DEVICE,
} MskStockKind;

#define MSK_STOCK_N_KINDS (MSK_STOCK_DEVICE + 1)

typedef enum
{
  MSK_DISCREPANCY_MISSING, /* expected and not counted */
  MSK_DISCREPANCY_SURPLUS, /* counted and not expected */
  MSK_DISCREPANCY_FIGURE,  /* a figure that is not the expected one */
  MSK_DISCREPANCY_UNKNOWN, /* a code of ours that counts for nothing, or none of ours */
  MSK_DISCREPANCY_OTHER_MEETING,
} MskDiscrepancyKind;

/* One thing, of the expected set or as it was seen. What belongs to no paper has paper_id 0. */
typedef struct
{
  MskStockKind kind;
  gint64 number; /* 0 for a code that stands for nothing here */
  gint64 paper_id;
  gboolean certain;       /* it has to be there; a copy that may never have come out has not */
  gboolean strange;       /* a code that stands for nothing here … */
  gboolean other_meeting; /* … and is another meeting’s */
  gint64 serial;          /* of a strange code’s tag, or 0 */
} MskStockItem;

/* How many were counted of a kind, of one paper where it has papers. */
typedef struct
{
  MskStockKind kind;
  gint64 paper_id;
  guint count;
} MskStockFigure;

/* What a comparison found. */
typedef struct
{
  MskDiscrepancyKind kind;
  MskStockItem item; /* of a figure only kind and paper_id; of a strange code only serial */
  guint expected;    /* of a figure */
  guint counted;
} MskStockDifference;

/* Of MskStockDifference: what the count (expected, seen: of MskStockItem; figures: of
 * MskStockFigure) leaves open. A kind of a paper for which a figure was given and nothing was
 * scanned is compared by its figure alone; every other thing by thing, so that what nobody counted
 * is missing by name. A figure is compared wherever one was given; the newest counts. */
GArray *msk_handover_compare (const GArray *expected,
                              const GArray *seen,
                              const GArray *figures) G_GNUC_WARN_UNUSED_RESULT;

/* The places (bits of MskHandoverPlace) at which an act moves stock: it waits while one of them is
 * handed over. */
guint msk_handover_get_places (MskAct act);

/* open: bits of the places that are being handed over. Fails with MSK_RULE_ERROR_HANDOVER_OPEN. */
gboolean msk_handover_check_may_move (guint open, MskAct act, GError **error);

/* Whether things of this kind belong to a place. */
gboolean msk_handover_place_has (MskHandoverPlace place, MskStockKind kind);

#define MSK_TYPE_HANDOVER (msk_handover_get_type ())
G_DECLARE_FINAL_TYPE (MskHandover, msk_handover, MSK, HANDOVER, GObject)

/* One handover as the register has it. Texts are never NULL. */
struct _MskHandover
{
  GObject parent_instance;

  gint64 id;
  MskHandoverPlace place;
  MskHandoverStage stage;
  gint64 attendee_id; /* of a custody: whose, and to whom; 0 otherwise */
  char *attendee;
  gint64 successor_id;
  char *successor;
  gint64 started_at;
  char *outgoing; /* user who began it */
  char *station;
  gint64 compared_at; /* when the count was closed, 0 for not */
  gint64 ended_at;    /* or cancelled, 0 for not */
  char *ended_by;
  char *incoming; /* user who took over, or "" */
  char *reason;   /* why it was cancelled, or "" */
  guint counted;  /* things that were scanned */
  guint discrepancies;
  guint unexplained;
};

MskHandover *msk_handover_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define MSK_TYPE_DISCREPANCY (msk_discrepancy_get_type ())
G_DECLARE_FINAL_TYPE (MskDiscrepancy, msk_discrepancy, MSK, DISCREPANCY, GObject)

/* What a count left open. Texts are never NULL. */
struct _MskDiscrepancy
{
  GObject parent_instance;

  gint64 id;
  gint64 handover_id;
  MskDiscrepancyKind kind;
  MskStockKind stock;
  gint64 number; /* 0 for a figure or a strange code */
  gint64 serial; /* of a strange code’s tag, or 0 */
  gint64 paper_id;
  char *document_number; /* of the paper, or "" */
  guint expected;
  guint counted;
  char *last_act; /* the last that the register knew of the thing: name of an act, or "" */
  gint64 last_at;
  char *last_user;
  char *last_person; /* the counterpart, or "" */
  gint64 explained_at;
  char *explained_by;
  char *explanation;
  gint64 incident_id; /* that it became, or 0 */
};

MskDiscrepancy *msk_discrepancy_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define MSK_TYPE_STOCK_LINE (msk_stock_line_get_type ())
G_DECLARE_FINAL_TYPE (MskStockLine, msk_stock_line, MSK, STOCK_LINE, GObject)

/* A kind of thing, of one paper where it has papers, in a handover; of a custody, one thing. */
struct _MskStockLine
{
  GObject parent_instance;

  MskStockKind kind;
  gint64 number; /* of the one thing, or 0 */
  gint64 paper_id;
  char *document_number; /* of the paper, or "" */
  guint scanned;
  gboolean has_figure;
  guint figure;
  gboolean compared; /* expected may be told */
  guint expected;    /* things that have to be there; 0 before the count is closed */
};

MskStockLine *msk_stock_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The number as people read it: six digits of a copy, five of a device. The caller owns it. */
char *msk_stock_dup_number (MskStockKind kind, gint64 number) G_GNUC_WARN_UNUSED_RESULT;

/* "copy 000014", for the ledger. The caller owns it. */
char *msk_stock_dup_subject (MskStockKind kind, gint64 number) G_GNUC_WARN_UNUSED_RESULT;

/* What it is of, in the user's language: "copy 000014 of 办发〔2026〕3号". The caller owns it. */
char *msk_discrepancy_dup_what (MskDiscrepancy *self) G_GNUC_WARN_UNUSED_RESULT;

/* "Copies of 办发〔2026〕3号", "Devices in deposit". The caller owns it. */
char *msk_stock_line_dup_what (MskStockLine *self) G_GNUC_WARN_UNUSED_RESULT;

/* All in the user's language. Static text. */
const char *msk_handover_place_get_label (MskHandoverPlace place);
const char *msk_handover_stage_get_label (MskHandoverStage stage);
const char *msk_stock_kind_get_label (MskStockKind kind);
const char *msk_discrepancy_kind_get_label (MskDiscrepancyKind kind);

/* Each fails with MSK_RULE_ERROR_HANDOVER_OVER for one that is done or cancelled; the first with
 * _COUNT_CLOSED too, the others with _COUNT_NOT_CLOSED. */
gboolean msk_handover_check_counting (MskHandover *self, GError **error);
gboolean msk_handover_check_compared (MskHandover *self, GError **error);

/* It can be ended by user as the one who goes. Fails as msk_handover_check_compared(), with
 * MSK_RULE_ERROR_DISCREPANCY_OPEN, or MSK_RULE_ERROR_NOT_THE_OUTGOING for another than who began
 * it. */
gboolean msk_handover_check_endable (MskHandover *self, const char *user, GError **error);

/* What a comparison brought to light is not made to go away by the one who goes: cancelling it is
 * another role's. */
MskAct msk_handover_get_cancelling_act (MskHandover *self);

/* Both signed with their full names, as on the sealed list (F3). Fails with
 * MSK_RULE_ERROR_SIGNATURE_DIFFERS. */
gboolean msk_handover_check_signatures (MskHandover *self,
                                        const char *giver,
                                        const char *taker,
                                        GError **error);

G_END_DECLS
