using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OneStopAndMandate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "planned",
                table: "md_mandate",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "replaced_at",
                table: "ds_form",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "ds_draft",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sealed_token",
                table: "ds_draft",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "count_from",
                table: "ds_dossier",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ds_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    stamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_account_dossier",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_account_dossier", x => new { x.account_id, x.dossier_id });
                });

            migrationBuilder.CreateTable(
                name: "ds_apology",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_apology", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_course",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    on_time_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    late_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    promised_late_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waiting = table.Column<bool>(type: "INTEGER", nullable: false),
                    stood_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ending = table.Column<int>(type: "INTEGER", nullable: true),
                    requests = table.Column<int>(type: "INTEGER", nullable: false),
                    transfer_by = table.Column<DateTime>(type: "TEXT", nullable: true),
                    transferred_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    returned_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_course", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_day_closing",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counts = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_day_closing", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    when = table.Column<string>(type: "TEXT", nullable: true),
                    quantity_field = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    unit_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false),
                    applies = table.Column<bool>(type: "INTEGER", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    full_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    exempt_reason = table.Column<string>(type: "TEXT", nullable: true),
                    exempt_document = table.Column<string>(type: "TEXT", nullable: true),
                    by_hand = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    cash = table.Column<long>(type: "INTEGER", nullable: false),
                    transfer = table.Column<long>(type: "INTEGER", nullable: false),
                    online = table.Column<long>(type: "INTEGER", nullable: false),
                    bank = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gateway = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    transaction = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_order", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    method = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    corrects = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_series = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_number = table.Column<string>(type: "TEXT", nullable: true),
                    receipt_issuer = table.Column<string>(type: "TEXT", nullable: true),
                    of_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    line_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    transaction = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_payment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_fee_sheet",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    left = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false),
                    pending = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_fee_sheet", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    duty_citation = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_field_check",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    planned_for = table.Column<DateTime>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    members = table.Column<string>(type: "TEXT", nullable: false),
                    planned_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    held_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_to = table.Column<DateTime>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    conclusion = table.Column<string>(type: "TEXT", nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    written_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    signed_file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_field_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_form_snapshot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    form_version = table.Column<string>(type: "TEXT", nullable: false),
                    period_key = table.Column<string>(type: "TEXT", nullable: false),
                    period_name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_form_snapshot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_national",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_name = table.Column<string>(type: "TEXT", nullable: false),
                    external_id = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_national", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_national_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    status_name = table.Column<string>(type: "TEXT", nullable: false),
                    appointment = table.Column<DateTime>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_national_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_rating",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_rating", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_rating_answer",
                columns: table => new
                {
                    rating_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_rating_answer", x => new { x.rating_id, x.question });
                });

            migrationBuilder.CreateTable(
                name: "ds_representation",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    authorised = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    standing = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_representation", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_reused_paper",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_reused_paper", x => x.file_id);
                });

            migrationBuilder.CreateTable(
                name: "ds_statement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    unreadable = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_statement_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    solved_by = table.Column<string>(type: "TEXT", nullable: true),
                    solved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_statement_line", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_duty_mapping",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    old_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    new_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_duty_mapping", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    moved = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_planned_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    function = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_planned_unit", x => new { x.mandate_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "md_post_mapping",
                columns: table => new
                {
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    appointment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_post_mapping", x => new { x.mandate_id, x.appointment_id });
                });

            migrationBuilder.CreateTable(
                name: "md_succession",
                columns: table => new
                {
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    old_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    started_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", nullable: true),
                    started_as = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_succession", x => x.mandate_id);
                });

            migrationBuilder.CreateTable(
                name: "md_unit_mapping",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    old_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    new_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false),
                    winds_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_unit_mapping", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_sms", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_to_id",
                table: "rg_entry",
                columns: new[] { "to", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_draft_account_id",
                table: "ds_draft",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_account_phone",
                table: "ds_account",
                column: "phone",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_account_dossier_dossier_id",
                table: "ds_account_dossier",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_accepted_at",
                table: "ds_course",
                column: "accepted_at");

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_ended_at_accepted_at",
                table: "ds_course",
                columns: new[] { "ended_at", "accepted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_returned_at",
                table: "ds_course",
                column: "returned_at");

            migrationBuilder.CreateIndex(
                name: "ix_ds_course_submitted_at",
                table: "ds_course",
                column: "submitted_at");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_dossier_id_code",
                table: "ds_fee",
                columns: new[] { "dossier_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_order_dossier_id",
                table: "ds_fee_order",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_day",
                table: "ds_fee_payment",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_dossier_id",
                table: "ds_fee_payment",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_line_id",
                table: "ds_fee_payment",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_payment_transaction",
                table: "ds_fee_payment",
                column: "transaction",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_sheet_pending_dossier_id",
                table: "ds_fee_sheet",
                columns: new[] { "pending", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_fee_sheet_reference",
                table: "ds_fee_sheet",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_feedback_code",
                table: "ds_feedback",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_feedback_dossier_id",
                table: "ds_feedback",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_feedback_unit_id_id",
                table: "ds_feedback",
                columns: new[] { "unit_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_field_check_dossier_id",
                table: "ds_field_check",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_form_snapshot_form_from_to",
                table: "ds_form_snapshot",
                columns: new[] { "form", "from", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_client_id_external_id",
                table: "ds_national",
                columns: new[] { "client_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_dossier_id",
                table: "ds_national",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_change_client_id_position",
                table: "ds_national_change",
                columns: new[] { "client_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_national_change_dossier_id_position",
                table: "ds_national_change",
                columns: new[] { "dossier_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_rating_dossier_id",
                table: "ds_rating",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_rating_unit_id_at",
                table: "ds_rating",
                columns: new[] { "unit_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_day",
                table: "ds_statement_line",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_key",
                table: "ds_statement_line",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_state_id",
                table: "ds_statement_line",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_statement_line_statement_id_row",
                table: "ds_statement_line",
                columns: new[] { "statement_id", "row" });

            migrationBuilder.CreateIndex(
                name: "ix_md_duty_mapping_mandate_id_old_id_new_id",
                table: "md_duty_mapping",
                columns: new[] { "mandate_id", "old_id", "new_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_duty_mapping_new_id",
                table: "md_duty_mapping",
                column: "new_id");

            migrationBuilder.CreateIndex(
                name: "ix_md_duty_mapping_old_id",
                table: "md_duty_mapping",
                column: "old_id");

            migrationBuilder.CreateIndex(
                name: "ix_md_move_mandate_id_kind_id",
                table: "md_move",
                columns: new[] { "mandate_id", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_md_move_mandate_id_kind_subject",
                table: "md_move",
                columns: new[] { "mandate_id", "kind", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_unit_mapping_mandate_id_old_id_new_id",
                table: "md_unit_mapping",
                columns: new[] { "mandate_id", "old_id", "new_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_unit_mapping_new_id",
                table: "md_unit_mapping",
                column: "new_id");

            migrationBuilder.CreateIndex(
                name: "ix_md_unit_mapping_old_id",
                table: "md_unit_mapping",
                column: "old_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_sms_key",
                table: "pf_sms",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pf_sms_matter_id",
                table: "pf_sms",
                column: "matter_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ds_account");

            migrationBuilder.DropTable(
                name: "ds_account_dossier");

            migrationBuilder.DropTable(
                name: "ds_apology");

            migrationBuilder.DropTable(
                name: "ds_course");

            migrationBuilder.DropTable(
                name: "ds_day_closing");

            migrationBuilder.DropTable(
                name: "ds_fee");

            migrationBuilder.DropTable(
                name: "ds_fee_day");

            migrationBuilder.DropTable(
                name: "ds_fee_order");

            migrationBuilder.DropTable(
                name: "ds_fee_payment");

            migrationBuilder.DropTable(
                name: "ds_fee_sheet");

            migrationBuilder.DropTable(
                name: "ds_feedback");

            migrationBuilder.DropTable(
                name: "ds_field_check");

            migrationBuilder.DropTable(
                name: "ds_form_snapshot");

            migrationBuilder.DropTable(
                name: "ds_national");

            migrationBuilder.DropTable(
                name: "ds_national_change");

            migrationBuilder.DropTable(
                name: "ds_rating");

            migrationBuilder.DropTable(
                name: "ds_rating_answer");

            migrationBuilder.DropTable(
                name: "ds_representation");

            migrationBuilder.DropTable(
                name: "ds_reused_paper");

            migrationBuilder.DropTable(
                name: "ds_statement");

            migrationBuilder.DropTable(
                name: "ds_statement_line");

            migrationBuilder.DropTable(
                name: "md_duty_mapping");

            migrationBuilder.DropTable(
                name: "md_move");

            migrationBuilder.DropTable(
                name: "md_planned_unit");

            migrationBuilder.DropTable(
                name: "md_post_mapping");

            migrationBuilder.DropTable(
                name: "md_succession");

            migrationBuilder.DropTable(
                name: "md_unit_mapping");

            migrationBuilder.DropTable(
                name: "pf_sms");

            migrationBuilder.DropIndex(
                name: "ix_rg_entry_to_id",
                table: "rg_entry");

            migrationBuilder.DropIndex(
                name: "ix_ds_draft_account_id",
                table: "ds_draft");

            migrationBuilder.DropColumn(
                name: "planned",
                table: "md_mandate");

            migrationBuilder.DropColumn(
                name: "replaced_at",
                table: "ds_form");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "ds_draft");

            migrationBuilder.DropColumn(
                name: "sealed_token",
                table: "ds_draft");

            migrationBuilder.DropColumn(
                name: "count_from",
                table: "ds_dossier");
        }
    }
}
