using Microsoft.Data.Sqlite;
using Npgsql;

namespace Yakuba.Platform.Data;

/// <summary>What can be wrong with the store, as people meet it.</summary>
public static class StorageProblems
{
    /// <summary>The disk is full.</summary>
    public static readonly Problem DiskFull = new(
        "storage-disk-full", 503, "記録装置の空き容量がないため、処理を行いませんでした。これまでの内容は失われていません。空き容量を増やしてから、もう一度行ってください。");

    /// <summary>Another process owns the data directory.</summary>
    public static readonly Problem InUse = new(
        "storage-in-use", 409, "このデータフォルダは、別のyakubaが使用しています。起動中のyakubaを終了するか、--dataで別のフォルダを指定してください。");

    /// <summary>The data was written by a newer program.</summary>
    public static readonly Problem Newer = new(
        "storage-newer-version", 409, "データがこのプログラムより新しい版で作られています。新しい版のyakubaを使用するか、この版で作ったバックアップを復元してください。");

    /// <summary>The directory is not one of ours, or its description cannot be read.</summary>
    public static readonly Problem NotOurs = new(
        "storage-not-yakuba", 422, "データフォルダのyakuba.jsonを読み取れません。--dataの指定が正しいか確認し、正しい場合はバックアップから復元してください。");

    /// <summary>The directory cannot be made or written.</summary>
    public static readonly Problem NotWritable = new(
        "storage-not-writable", 403, "データフォルダに書き込めません。フォルダの所有者と書込み権限を確認してください。");

    /// <summary>The database file is damaged, or the disk failed to read it: SQLite gives the same name to both.</summary>
    public static readonly Problem Damaged = new(
        "storage-damaged", 500, "データベースのファイルが壊れているか、記録装置から読み取れないため、処理を行いませんでした。装置の故障の表示を確認し、もう一度起動しても続くときは、最新のバックアップを別のフォルダへ復元してください（yakuba restore）。");

    /// <summary>The PostgreSQL server cannot be reached.</summary>
    public static readonly Problem Unreachable = new(
        "storage-unreachable", 503, "データベースサーバに接続できません。サーバが動いているか、接続設定（yakuba.jsonのstorage）が正しいかを確認してください。");

    /// <summary>The schema that a restore is to fill has data already.</summary>
    public static readonly Problem SchemaNotEmpty = new(
        "storage-schema-not-empty", 409, "復元先のデータベースに、すでにデータがあります。何も変更していません。--schemaで、まだ使っていない名前を指定してください。");

    /// <summary>Another write failed and took this one with it.</summary>
    public static readonly Problem Interrupted = new(
        "storage-interrupted", 503, "同時に行われた別の書込みが失敗したため、処理を行いませんでした。これまでの内容は失われていません。もう一度行ってください。続くときは、記録装置の空き容量を確認してください。");

    /// <summary>A restore into the directory was cut off.</summary>
    public static readonly Problem RestoreUnfinished = new(
        "storage-restore-unfinished", 409, "このフォルダへの復元は途中で止まっています。データとしては使えません。フォルダを空にして、もう一度復元してください（yakuba restore）。");

    /// <summary>The disk failed to read, write or sync.</summary>
    public static readonly Problem DiskFailed = new(
        "storage-disk-failed", 503, "記録装置の読み書きに失敗したため、処理を行いませんでした。これまでに終わった処理は失われていません。装置の故障の表示と空き容量を確認し、もう一度行ってください。続くときは、別の装置へバックアップを復元してください（yakuba restore）。");

    /// <summary>Another process has taken the data since, as a node does for one that seemed dead.</summary>
    public static readonly Problem Taken = new(
        "storage-taken", 503, "このデータは、別のサーバが引き継いだため、処理を行いませんでした。これまでの内容は失われていません。少し待ってから、もう一度行ってください。");

    /// <summary>Names the failure of a disk or server that people can mend.</summary>
    /// <returns>Null for a bug: let it be thrown.</returns>
    public static Problem? From(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 13 } => DiskFull,
        SqliteException { SqliteErrorCode: 11 or 26 } => Damaged,
        SqliteException { SqliteErrorCode: 8 or 14 or 3 } => NotWritable,
        SqliteException { SqliteErrorCode: 10, SqliteExtendedErrorCode: 4874 } => DiskFull, // no room for the index of the write-ahead log
        SqliteException { SqliteErrorCode: 10 } => DiskFailed,
        PostgresException { SqlState: "53100" } => DiskFull,
        PostgresException { SqlState: "28P01" or "28000" or "3D000" } => Unreachable,
        NpgsqlException { IsTransient: true } => Unreachable,
        NpgsqlException { InnerException: System.IO.IOException or System.Net.Sockets.SocketException } => Unreachable,
        IOException io when (io.HResult & 0xFFFF) is 28 or 122 => DiskFull, // ENOSPC, EDQUOT
        IOException io when (io.HResult & 0xFFFF) == 5 => DiskFailed, // EIO
        IOException io when (io.HResult & 0xFFFF) is 17 or 20 or 30 => NotWritable, // EEXIST, ENOTDIR: a file stands where a folder should; EROFS
        SharedWorkLostException => Interrupted,
        StoreTakenException => Taken,
        UnauthorizedAccessException or DirectoryNotFoundException => NotWritable,
        _ => null,
    };
}
