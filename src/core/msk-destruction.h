/* Destruction under supervision (D1): a batch, what is in it, and who may take which part; and what
 * goes back to its originator instead. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-carrier.h"
#include "msk-handover.h"
#include "msk-spoilage.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_DESTRUCTION_DRAFT, /* being made up: each thing is scanned into it */
  MSK_DESTRUCTION_PROPOSED,
  MSK_DESTRUCTION_APPROVED,
  MSK_DESTRUCTION_UNDER_WAY, /* at the machine, in front of two people */
  MSK_DESTRUCTION_DONE,
  MSK_DESTRUCTION_REFUSED,
  MSK_DESTRUCTION_CANCELLED,
} MskDestructionStage;

typedef enum
{
  MSK_DESTRUCTION_SHRED,
  MSK_DESTRUCTION_BURN,
  MSK_DESTRUCTION_PULP,
  MSK_DESTRUCTION_DEGAUSS,
  MSK_DESTRUCTION_CRUSH,
} MskDestructionMethod;

#define MSK_DESTRUCTION_N_METHODS (MSK_DESTRUCTION_CRUSH + 1)

#define MSK_TYPE_DESTRUCTION (msk_destruction_get_type ())
G_DECLARE_FINAL_TYPE (MskDestruction, msk_destruction, MSK, DESTRUCTION, GObject)

/* One batch as the register has it. Texts are never NULL; people are users. */
struct _MskDestruction
{
  GObject parent_instance;

  gint64 id;
  MskDestructionStage stage;
  char *reason; /* why these things are destroyed */
  gint64 started_at;
  char *started_by;
  gint64 proposed_at; /* 0 for not yet, as each time below */
  char *proposed_by;
  gint64 decided_at;
  char *decided_by;
  gint64 begun_at; /* the last time that two people began at the machine, or went on there */
  char *destroyer;
  char *witness;
  MskDestructionMethod method; /* of no weight before it was begun */
  char *place;
  gint64 ended_at; /* or refused, or given up */
  char *ended_by;
  char *remark;  /* why it was refused or given up, or about what was not there at the machine */
  guint items;   /* without those taken out again */
  guint sheets;  /* of them, pages of copies; nought for what has none */
  guint scanned; /* at the machine: what is destroyed once the batch is done */
};

MskDestruction *msk_destruction_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Two people at the machine, from one moment on. Of the list of one batch. */
typedef struct
{
  gint64 at;
  char *destroyer;
  char *witness;
  MskDestructionMethod method;
  char *place;
  guint items; /* that they put in */
} MskDestructionAttendance;

void msk_destruction_attendance_free (MskDestructionAttendance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskDestructionAttendance, msk_destruction_attendance_free)

#define MSK_TYPE_DESTRUCTION_ITEM (msk_destruction_item_get_type ())
G_DECLARE_FINAL_TYPE (MskDestructionItem, msk_destruction_item, MSK, DESTRUCTION_ITEM, GObject)

/* One thing of a batch, or one that went back to its originator. Texts are never NULL. */
struct _MskDestructionItem
{
  GObject parent_instance;

  gint64 id;         /* of its line in the register of batches; 0 of a return */
  gint64 batch_id;   /* of the batch, or of the return to the originator */
  MskStockKind kind; /* copies, spoiled sets and carriers */
  gint64 number;
  guint copy;            /* of a copy or a set: the copy's number; 0 of a carrier */
  char *document_number; /* of a copy or a set, or "" */
  char *what;            /* the paper's title, or what the carrier is */
  MskCarrierKind carrier_kind;
  MskLevel level;
  guint sheets;       /* pages of a copy, sheets of the others */
  MskCopyState from;  /* how it stood when it was put in */
  MskCopyState state; /* now */
  gint64 serial;      /* of the tag on it; 0 for none */
  gint64 added_at;    /* when it was scanned as the batch was made up */
  char *added_by;
  gboolean added_by_hand; /* its number was typed */
  gint64 scanned_at;      /* at the machine, 0 for not */
  char *scanned_by;
  gboolean scanned_by_hand;
};

MskDestructionItem *msk_destruction_item_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* "Copy 000014", "Set 2 of copy 000014", "Carrier 0003" in the user's language. The caller owns it.
 */
char *msk_destruction_item_dup_number (MskDestructionItem *self) G_GNUC_WARN_UNUSED_RESULT;

/* The kind of thing as a list of destruction has it, in the user's language: what came back, a
 * surplus copy, spoiled sheets, a draft, a notebook. Static text. */
const char *msk_destruction_item_get_kind_label (MskDestructionItem *self);

#define MSK_TYPE_ORIGINATOR_RETURN (msk_originator_return_get_type ())
G_DECLARE_FINAL_TYPE (MskOriginatorReturn, msk_originator_return, MSK, ORIGINATOR_RETURN, GObject)

/* What went back to the organ that issued it, against one receipt. Texts are never NULL. */
struct _MskOriginatorReturn
{
  GObject parent_instance;

  gint64 id;
  char *organ;
  char *receipt; /* the organ's number of it */
  char *bearer;  /* who took it there */
  char *second;  /* and with whom (R2), or "" */
  gint64 at;
  char *user;
  char *witness; /* who signed in beside them */
  guint items;
};

MskOriginatorReturn *msk_originator_return_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* D1, C4: whether it is here, so that it can be destroyed or sent back: in store, returned, or
 * spoiled. Fail with MSK_RULE_ERROR_ALREADY_ISSUED for what is out, as msk_copy_check_exists() or
 * msk_carrier_check_issuable() do for what is missing, void, destroyed or with its originator, with
 * MSK_RULE_ERROR_COPY_SPOILED for a spoiled copy (its set is what there is), or with
 * MSK_RULE_ERROR_IN_DESTRUCTION for what is in a batch. */
gboolean msk_destruction_check_copy (MskCopy *copy, GError **error);
gboolean msk_destruction_check_set (MskSpoilage *set, GError **error);
gboolean msk_destruction_check_carrier (MskCarrier *carrier, GError **error);

/* Whether it is in no batch that is not over; 0 for none. Fails with
 * MSK_RULE_ERROR_IN_DESTRUCTION. */
gboolean msk_destruction_check_free (gint64 batch, GError **error);

/* D1: what is top secret is not destroyed here. Fails with MSK_RULE_ERROR_TO_ORIGINATOR. */
gboolean msk_destruction_check_level (MskLevel level, GError **error);

/* Where a batch has to stand for what is to be done. Each fails with MSK_RULE_ERROR_BATCH_OVER, or
 * draft: _BATCH_PROPOSED (also once it was approved); proposed: _BATCH_NOT_PROPOSED or
 * _BATCH_APPROVED; approved (or under way): _BATCH_NOT_APPROVED; under way also:
 * _DESTRUCTION_NOT_BEGUN. */
gboolean msk_destruction_check_draft (MskDestruction *self, GError **error);
gboolean msk_destruction_check_proposed (MskDestruction *self, GError **error);
gboolean msk_destruction_check_approved (MskDestruction *self, GError **error);
gboolean msk_destruction_check_under_way (MskDestruction *self, GError **error);

/* Whether it may be proposed: something is in it. Fails as check_draft, or with
 * MSK_RULE_ERROR_BATCH_EMPTY. */
gboolean msk_destruction_check_proposable (MskDestruction *self, GError **error);

/* Whether this user may decide: nobody who made the batch up or proposed it. Fails as
 * check_proposed, or with MSK_RULE_ERROR_OWN_PROPOSAL. */
gboolean msk_destruction_check_decidable (MskDestruction *self, const char *user, GError **error);

/* Whether it may be given up: nothing was scanned at the machine, since that may exist no more.
 * Fails with MSK_RULE_ERROR_BATCH_OVER or _DESTRUCTION_BEGUN. */
gboolean msk_destruction_check_cancellable (MskDestruction *self, GError **error);

/* D1: four different people. Fails with MSK_RULE_ERROR_TOOK_PART when one of the two at the machine
 * proposed or approved the batch, or MSK_ACCESS_ERROR_SAME_PERSON when they are one. */
gboolean msk_destruction_check_two (MskDestruction *self,
                                    const char *destroyer,
                                    const char *witness,
                                    GError **error);

/* Whether these two may end it: the two who were last at the machine. Fails as check_under_way, or
 * with MSK_RULE_ERROR_NOT_PRESENT, or _NOTHING_COUNTED when nothing was scanned there. */
gboolean msk_destruction_check_endable (MskDestruction *self,
                                        const char *destroyer,
                                        const char *witness,
                                        GError **error);

/* All in the user's language. Static text. */
const char *msk_destruction_stage_get_label (MskDestructionStage stage);

/* The same of a batch; one that was not wholly destroyed says so. Static text. */
const char *msk_destruction_get_standing (MskDestruction *self);
const char *msk_destruction_method_get_label (MskDestructionMethod method);

G_END_DECLS
